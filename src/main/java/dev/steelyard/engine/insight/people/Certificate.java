package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.fact.Exam;
import dev.steelyard.engine.measure.Certifications;
import dev.steelyard.engine.register.Employee;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a person stands with a product that they must be certified for 通关.
 *
 * @param day of the first pass, or of the last failed exam; empty where there was none
 */
public record Certificate(String productId, State state, Optional<LocalDate> day) {

    /** How the exams went. */
    public enum State {
        PASSED,
        FAILED,
        NOT_SAT
    }

    /** The certificates that the person needs on the last of the days, by product. */
    public static List<Certificate> of(Certifications certifications, Employee person, Days days) {
        List<Exam> exams = certifications.exams(person, days.last());
        return certifications.of(person, days.last()).required().stream()
                .map(product -> of(
                        product,
                        exams.stream()
                                .filter(exam -> product.equals(exam.productId()))
                                .toList()))
                .toList();
    }

    private static Certificate of(String product, List<Exam> exams) {
        Optional<LocalDate> passed =
                exams.stream().filter(Exam::passed).map(Exam::date).findFirst();
        if (passed.isPresent()) {
            return new Certificate(product, State.PASSED, passed);
        }
        return exams.isEmpty()
                ? new Certificate(product, State.NOT_SAT, Optional.empty())
                : new Certificate(
                        product,
                        State.FAILED,
                        Optional.of(exams.get(exams.size() - 1).date()));
    }
}
