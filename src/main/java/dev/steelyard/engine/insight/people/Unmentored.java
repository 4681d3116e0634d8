package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.CodePoints;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Somebody without a business or a compliance mentor.
 *
 * @param business whether a business mentor is lacking
 * @param compliance whether a compliance mentor is lacking
 */
public record Unmentored(Employee employee, boolean business, boolean compliance) {

    /**
     * Those of the people who are new, whom no pair has as its mentee on the day; who was hired last comes first. Of whom nobody says when they
     * were hired may be new.
     */
    public static List<Unmentored> of(Registers registers, List<Employee> people, LocalDate day, Insight.Mentors rule) {
        Mentoring pairs = Mentoring.of(registers, day);
        return people.stream()
                .filter(person -> person.hireDate()
                        .map(hired -> hired.plusMonths(rule.months()).isAfter(day))
                        .orElse(true))
                .map(person ->
                        new Unmentored(person, lacks(pairs, person, "business"), lacks(pairs, person, "compliance")))
                .filter(one -> one.business() || one.compliance())
                .sorted(Comparator.comparing(
                                (Unmentored one) -> one.employee().hireDate().orElse(LocalDate.MIN))
                        .reversed()
                        .thenComparing(one -> one.employee().id(), CodePoints.ORDER))
                .toList();
    }

    private static boolean lacks(Mentoring pairs, Employee person, String kind) {
        return pairs.mentorsOf(person.id()).stream()
                .noneMatch(pair -> pair.kind().equals(kind));
    }
}
