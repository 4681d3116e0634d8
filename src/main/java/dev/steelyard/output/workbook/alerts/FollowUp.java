package dev.steelyard.output.workbook.alerts;

import dev.steelyard.engine.fact.Action;
import dev.steelyard.engine.fact.Mentorship;
import dev.steelyard.engine.insight.alert.Alert;
import dev.steelyard.engine.insight.alert.Alerts;
import dev.steelyard.engine.insight.alert.FieldWork;
import dev.steelyard.engine.insight.alert.Suspension;
import dev.steelyard.engine.insight.people.Unmentored;
import dev.steelyard.engine.insight.review.Actions;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.output.workbook.Report;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that a manager should follow up.
 *
 * @param overdue actions that are overdue on the as-of day
 * @param open other actions that are not done
 * @param incomplete person → day → visits without a complete record
 */
record FollowUp(
        List<Alert> alerts,
        List<Suspension> suspensions,
        List<Unmentored> unmentored,
        Map<Employee, Map<LocalDate, Long>> incomplete,
        List<Action> overdue,
        List<Action> open) {

    static FollowUp of(Report report, FieldWork field, Alerts alerts, Addressee of) {
        var registers = report.result().input().registers();
        LocalDate asOf = report.identity().asOf();
        Map<Employee, Map<LocalDate, Long>> incomplete = new LinkedHashMap<>();
        of.people().forEach(person -> {
            Map<LocalDate, Long> days = field.incomplete(person);
            if (!days.isEmpty()) {
                incomplete.put(person, days);
            }
        });
        Set<String> ids = of.people().stream().map(Employee::id).collect(Collectors.toSet());
        List<Action> actions = Actions.of(registers).stream()
                .filter(action -> !action.isDone() && of.concerns(action.ownerId()))
                .toList();
        return new FollowUp(
                alerts.unscored(of.people()),
                report.result().suspensions().stream()
                        .filter(one -> ids.contains(one.employee().id()))
                        .toList(),
                registers.has(Mentorship.DATASET)
                        ? Unmentored.of(registers, of.people(), asOf, rule(report))
                        : List.of(),
                incomplete,
                actions.stream().filter(action -> action.isOverdue(asOf)).toList(),
                actions.stream().filter(action -> !action.isOverdue(asOf)).toList());
    }

    /** Of whom mentors are asked for. */
    static Insight.Mentors rule(Report report) {
        return report.plan().insight().flatMap(Insight::mentors).orElse(Insight.Mentors.USUAL);
    }

    /** How many records somebody left incomplete. */
    static long count(Map<LocalDate, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }
}
