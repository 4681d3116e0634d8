package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.KnownDataset;
import dev.steelyard.engine.dataset.Row;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * An exam 考试 on a day.
 *
 * @param kind as the training export codes it
 */
public record Exam(String employeeId, LocalDate date, String kind, String productId, boolean passed, Row row) {

    public static final KnownDataset<Exam> DATASET = KnownDataset.of("exams", Exam.class);

    /** Those that name their product, by their day, on one day in file order; others say nothing of a certification (ruling 34). */
    public static List<Exam> oldestFirst(List<Exam> exams) {
        return exams.stream()
                .filter(exam -> !exam.productId().isEmpty())
                .sorted(Comparator.comparing(Exam::date))
                .toList();
    }
}
