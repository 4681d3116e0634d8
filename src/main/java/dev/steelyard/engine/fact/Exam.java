package dev.steelyard.engine.fact;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * An exam 考试 that names its product and its day; others say nothing of a certification (ruling 34).
 *
 * @param kind as the training export codes it
 */
public record Exam(String employeeId, String productId, LocalDate date, String kind, boolean passed, Row row) {

    /** By their day, on one day in file order. */
    static List<Exam> oldestFirst(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.text("product_id") != null && row.day("date") != null)
                .map(row -> new Exam(
                        row.text("employee_id"),
                        row.text("product_id"),
                        row.day("date"),
                        row.textOrBlank("kind"),
                        row.yes("passed"),
                        row))
                .sorted(Comparator.comparing(Exam::date))
                .toList();
    }
}
