package dev.steelyard.engine.run;

import dev.steelyard.engine.fact.TargetRow;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import java.util.ArrayList;
import java.util.List;

/**
 * People whom the roster leaves without a track although they have targets or sales in the period, and participants without a
 * team: a blank cell is more often forgotten than meant (rules.md 8.11).
 */
final class Unplaced {

    private Unplaced() {}

    /** Asks how many rows the people without a track have of what commission is paid on. */
    static void demand(RunInput input, Demand demand) {
        List<Integer> people = withoutTrack(input).stream().map(Employee::index).toList();
        if (!people.isEmpty()) {
            rows(input)
                    .forEach(facts -> demand.ask(facts, people, input.period().days()));
        }
    }

    static List<Problem> problems(RunInput input, Population population, Measurements measurements) {
        List<Problem> problems = new ArrayList<>();
        for (Employee person : withoutTrack(input)) {
            long targets = input.registers().all(TargetRow.DATASET).stream()
                    .filter(row -> isTargetOf(person, row, input))
                    .count();
            long rows = rows(input).stream()
                    .filter(facts -> input.registers().has(facts.dataset()))
                    .map(facts -> measurements.figure(
                            facts, List.of(person.index()), input.period().days()))
                    .mapToLong(count -> count.rounded(0).longValueExact())
                    .sum();
            if (targets + rows > 0) {
                problems.add(problem(ProblemCode.TRACK_BLANK, person)
                        .with("targets", Long.toString(targets))
                        .with("rows", Long.toString(rows)));
            }
        }
        blankStays(input, problems);
        population.participants().stream()
                .filter(participant ->
                        participant.isKnown() && participant.employee().team().isEmpty())
                .forEach(participant -> problems.add(problem(ProblemCode.TEAM_BLANK, participant.employee())));
        blankCells(input, population, problems);
        return problems;
    }

    /** Cells that decide about scores and days, blank: whose region others have, since when somebody is employed or explores. */
    private static void blankCells(RunInput input, Population population, List<Problem> problems) {
        boolean regions = population.participants().stream()
                .anyMatch(one -> !one.employee().region().isEmpty());
        for (Participant one : population.participants()) {
            Employee person = one.employee();
            List<String> blank = new ArrayList<>();
            if (regions && person.region().isEmpty()) {
                blank.add("region");
            }
            if (person.hireDate().isEmpty()) {
                blank.add("hire_date");
            }
            input.plan().rules().explorations().stream()
                    .filter(rule -> rule.tracks().contains(person.track()))
                    .filter(rule -> person.date(rule.since()).isEmpty())
                    .forEach(rule -> blank.add(rule.since()));
            if (one.isKnown() && !blank.isEmpty()) {
                problems.add(problem(ProblemCode.ROSTER_BLANK, person).with("lacks", String.join(", ", blank)));
            }
        }
    }

    /** Assignments of the period whose track, or the team or region of one that has a track, is blank. */
    private static void blankStays(RunInput input, List<Problem> problems) {
        input.registers().assignments().values().stream()
                .map(stays -> stays.stream()
                        .filter(stay -> !stay.days()
                                        .first()
                                        .isAfter(input.period().last())
                                && !stay.days().last().isBefore(input.period().first()))
                        .toList())
                // Of whom no assignment has a track, that is said of the person.
                .filter(stays -> stays.stream().anyMatch(stay -> !stay.track().isEmpty()))
                .flatMap(List::stream)
                .forEach(stay -> {
                    List<String> blank = stay.track().isEmpty() ? List.of("track") : stay.blanks();
                    if (!blank.isEmpty()) {
                        problems.add(
                                Problem.of(ProblemCode.STAY_BLANK, stay.row().source(), blank.get(0), stay.employeeId())
                                        .with("person", stay.employeeId())
                                        .with("lacks", String.join(", ", blank)));
                    }
                });
    }

    private static Problem problem(ProblemCode code, Employee person) {
        return Problem.of(code, person.row().source(), "employee_id", person.id())
                .with("person", person.id());
    }

    private static List<Employee> withoutTrack(RunInput input) {
        return input.registers().roster().employees().stream()
                .filter(person -> person.track().isEmpty()
                        && !person.doubt().differs()
                        && !person.doubt().unread().contains("track")
                        && !person.employed(input.period().days()).isEmpty())
                .toList();
    }

    private static boolean isTargetOf(Employee person, TargetRow row, RunInput input) {
        return row.target().isPresent()
                && row.key()
                        .filter(key -> key.isPersonal()
                                && key.subject().equals(person.id())
                                && input.period().days().contains(key.period().last()))
                        .isPresent();
    }

    /** Counts of the rows that commission is paid on. */
    private static List<Facts> rows(RunInput input) {
        return input.plan().pay().commission().stream()
                .map(rule -> rule.of())
                .map(of -> new Facts(Facts.Aggregate.COUNT, of.dataset(), List.of(), of.date(), Where.ALWAYS))
                .distinct()
                .toList();
    }
}
