package dev.steelyard.engine.insight.alert;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.fact.Exam;
import dev.steelyard.engine.measure.Certifications;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A suspension of high-difficulty visits 拜访权限暂停 for lack of a certification (rules.md 4.12).
 *
 * @param from the first failed exam, or the end of the days of grace where that comes first
 * @param until the day of the first pass after it; empty while there is none
 * @param reason in English, as the CRM reads it
 */
public record Suspension(
        Employee employee, String productId, LocalDate from, Optional<LocalDate> until, String reason) {

    /** Whether it holds on the day: from its first day on, and no more on the day of the pass. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }

    /** Suspensions that touch the run's period, by employee id, then product. */
    public static List<Suspension> of(
            Rules.Certification rule, Registers registers, Population population, Days period) {
        Certifications certifications = new Certifications(rule, registers);
        List<Suspension> suspensions = new ArrayList<>();
        for (Participant participant : population.participants()) {
            if (rule.tracks().contains(participant.employee().track())) {
                addOf(participant.employee(), certifications, period, suspensions);
            }
        }
        return List.copyOf(suspensions);
    }

    private static void addOf(
            Employee person, Certifications certifications, Days period, List<Suspension> suspensions) {
        List<Exam> exams = certifications.exams(person, period.last());
        Map<String, LocalDate> graceEnds = certifications.launched(person, period.last());
        for (String product : certifications.of(person, period.last()).required()) {
            List<Exam> own = exams.stream()
                    .filter(exam -> product.equals(exam.productId()))
                    .toList();
            Optional<LocalDate> failed =
                    own.stream().filter(exam -> !exam.passed()).map(Exam::date).findFirst();
            Optional<LocalDate> grace = Optional.ofNullable(graceEnds.get(product));
            Optional<LocalDate> from = failed.filter(day -> grace.isEmpty() || !day.isAfter(grace.get()))
                    .or(() -> grace);
            if (from.isEmpty()
                    || own.stream()
                            .anyMatch(exam -> exam.passed() && !exam.date().isAfter(from.get()))) {
                continue;
            }
            Optional<LocalDate> until =
                    own.stream().filter(Exam::passed).map(Exam::date).findFirst();
            if (until.isEmpty() || !until.get().isBefore(period.first())) {
                String reason = failed.equals(from) ? "certification failed" : "not certified after launch";
                suspensions.add(new Suspension(person, product, from.get(), until, reason));
            }
        }
    }
}
