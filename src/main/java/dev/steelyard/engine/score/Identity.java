package dev.steelyard.engine.score;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Losses;
import dev.steelyard.engine.people.Placed;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.unit.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether the roster says who a person is as far as a run must know it (rules.md 8.11; rulings 97, 117). Who is in doubt is
 * held whatever else, with the rows or cells to mend as reason.
 */
record Identity(Plan plan, Period period) {

    /** Without these nobody can be placed in a run. */
    private static final Set<String> ALWAYS = Set.of("track", "team", "region", "hire_date", "leave_date");

    /** Why the person must be held; empty where the roster says enough. */
    List<Remark> holds(Employee employee) {
        List<Remark> holds = new ArrayList<>();
        if (employee.doubt().differs()) {
            holds.add(Remark.of(Remark.Kind.ROSTER_DIFFERS, employee.doubt().places()));
        }
        Set<String> unread = new TreeSet<>(CodePoints.ORDER);
        employee.readings().forEach(reading -> unread.addAll(reading.doubt().unread()));
        unread.removeIf(column -> !isNeeded(column, employee));
        if (!unread.isEmpty()) {
            holds.add(Remark.of(Remark.Kind.ROSTER_UNREAD, String.join(", ", unread)));
        }
        return List.copyOf(holds);
    }

    /**
     * Why nobody can say where the person was in the scope, though the roster says who they are: held whatever else, and what can be
     * calculated is shown (rulings 97, 128).
     */
    List<Remark> stay(Placed placed, Days scope, Losses losses) {
        List<Remark> holds = new ArrayList<>();
        placed.overlap(scope)
                .ifPresent(both -> holds.add(Remark.of(
                        Remark.Kind.ASSIGNMENTS_OVERLAP,
                        both.stream()
                                .map(assignment -> assignment.row().source().toString())
                                .collect(Collectors.joining(", ")))));
        losses.of(placed.employee().id(), scope)
                .forEach(why ->
                        holds.add(Remark.of(Remark.Kind.STAY_LOST, why.where().toString())));
        return List.copyOf(holds);
    }

    private boolean isNeeded(String column, Employee employee) {
        return ALWAYS.contains(column)
                || column.equals("leads")
                        && track(employee).filter(Track::manager).isPresent()
                || explores(employee, column)
                || column.equals("monthly_salary") && paysSalary();
    }

    private boolean explores(Employee employee, String since) {
        return plan.rules().explorations().stream()
                .anyMatch(rule -> rule.since().equals(since) && rule.tracks().contains(employee.track()));
    }

    private boolean paysSalary() {
        return period.isYear()
                && (plan.pay().complianceBonus().isPresent()
                        || plan.pay().noViolationBonus().isPresent());
    }

    /**
     * The track by which the person is in a run at all. Where the rows name several, or the cell cannot be read, some track
     * that may be meant: nothing is scored by it.
     *
     * @return empty where no row names a track
     */
    Optional<Track> track(Employee employee) {
        Optional<Track> agreed = Optional.ofNullable(plan.tracks().get(employee.track()));
        return agreed.or(() -> employee.readings().stream()
                .filter(reading -> !reading.employed(period.days()).isEmpty())
                .filter(reading -> reading.doubt().unread().contains("track")
                        || plan.tracks().containsKey(reading.track()))
                .findFirst()
                .map(reading -> plan.tracks().getOrDefault(reading.track(), shortest())));
    }

    private Track shortest() {
        return plan.tracks().values().stream()
                .min(Comparator.comparing(Track::cycle))
                .orElseThrow();
    }

    /** Whether any of the person's rows has them employed in the period. */
    boolean isEmployed(Employee employee) {
        return employee.readings().stream()
                .anyMatch(reading -> !reading.employed(period.days()).isEmpty());
    }
}
