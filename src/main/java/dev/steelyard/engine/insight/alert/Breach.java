package dev.steelyard.engine.insight.alert;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Groups;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.plan.Where.Operator;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.CodePoints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A high-difficulty visit 违规拜访 by somebody suspended from them (rules.md 4.12): from the suspension's first
 * day on, that day included, to the day before the pass.
 *
 * @param suspension of several the one that began first
 * @param customerId blank where the visit names none
 */
public record Breach(Employee employee, Suspension suspension, String visitId, LocalDate day, String customerId) {

    private static final Groups VISITS = Groups.count(
            "visits",
            List.of("visit_id", "visited_at", "customer_id"),
            Where.ALWAYS.and("difficulty", Operator.ONE_OF, "high"));

    /** Asks for the visits of suspended people alone. */
    public static void demand(List<Suspension> suspensions, Period period, Demand demand) {
        if (!suspensions.isEmpty()) {
            demand.ask(VISITS, indexes(suspensions), days(period));
        }
    }

    /** By employee id, then day, then visit; none where visits were not delivered. */
    public static List<Breach> of(
            List<Suspension> suspensions, Registers registers, Measurements measurements, Period period) {
        if (suspensions.isEmpty() || !registers.has(VISITS.dataset())) {
            return List.of();
        }
        List<Breach> breaches = new ArrayList<>();
        Set<Employee> people = new LinkedHashSet<>();
        suspensions.forEach(suspension -> people.add(suspension.employee()));
        for (Employee person : people) {
            List<Suspension> own = suspensions.stream()
                    .filter(suspension -> suspension.employee().equals(person))
                    .sorted(Comparator.comparing(Suspension::from))
                    .toList();
            measurements
                    .groups(VISITS, List.of(person.index()), days(period))
                    .keySet()
                    .forEach(visit -> {
                        LocalDate day = Days.dayOf(visit.get(1));
                        own.stream()
                                .filter(suspension -> suspension.holdsOn(day))
                                .findFirst()
                                .ifPresent(suspension ->
                                        breaches.add(new Breach(person, suspension, visit.get(0), day, visit.get(2))));
                    });
        }
        breaches.sort(Comparator.comparing((Breach breach) -> breach.employee().id(), CodePoints.ORDER)
                .thenComparing(Breach::day)
                .thenComparing(Breach::visitId, CodePoints.ORDER));
        return List.copyOf(breaches);
    }

    private static List<Integer> indexes(List<Suspension> suspensions) {
        return suspensions.stream()
                .map(suspension -> suspension.employee().index())
                .distinct()
                .toList();
    }

    private static Days days(Period period) {
        return Window.PERIOD.days(Scope.of(period));
    }
}
