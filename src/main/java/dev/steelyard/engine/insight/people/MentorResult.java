package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.fact.Mentorship;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.verb.Measured;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What became of one mentor's one mentee 导师带教 (rules.md 6). Listed are pairs that run in the period, and mentees whom
 * the plan's indicators of mentees count.
 *
 * @param kinds of the pairs, as the register codes them
 * @param start of the first pair
 * @param end of the last pair; empty while one goes on
 * @param regular the day on which the mentee became regular
 * @param counted whether the plan's indicators of mentees count the mentee in this period
 * @param figures indicator of mentees → measured over this mentee alone; none for whoever is not counted
 * @param violations verified events in the days that those indicators read, oldest first
 */
public record MentorResult(
        Employee mentor,
        Employee mentee,
        List<String> kinds,
        LocalDate start,
        Optional<LocalDate> end,
        Optional<LocalDate> regular,
        boolean counted,
        Map<String, Measured> figures,
        List<ComplianceEvent> violations) {

    /** Asks for the mentees' figures in the period. */
    public static void demand(Plan plan, Registers registers, Period period, Demand demand) {
        indicators(plan)
                .forEach((id, indicator) ->
                        Readings.demand(indicator, MentorResult.numbers(registers), Scope.of(period), demand));
    }

    /** By mentor, then mentee, by id. */
    public static List<MentorResult> of(Plan plan, Registers registers, Measurements measurements, Period period) {
        Readings readings = new Readings(plan, registers, measurements);
        List<MentorResult> results = new ArrayList<>();
        new MentorPairs(registers, period).pairs().forEach((mentorId, mentees) -> registers
                .roster()
                .find(mentorId)
                .ifPresent(mentor -> mentees.forEach((menteeId, pairs) -> registers
                        .roster()
                        .find(menteeId)
                        .flatMap(mentee -> of(readings, Scope.of(period), mentor, mentee, pairs))
                        .ifPresent(results::add))));
        return List.copyOf(results);
    }

    private static Optional<MentorResult> of(
            Readings readings, Scope scope, Employee mentor, Employee mentee, List<Mentorship> pairs) {
        Period period = scope.period();
        Map<String, Indicator> indicators = indicators(readings.plan());
        Map<String, Measured> figures = new LinkedHashMap<>();
        indicators.forEach((id, indicator) -> {
            if (MentorPairs.isRegularIn(mentee, indicator.measure().window().days(scope))) {
                figures.put(id, readings.of(id, mentor, scope, List.of(mentee)));
            }
        });
        boolean running = pairs.stream().anyMatch(pair -> pair.lastsUntil(period.first()));
        if (figures.isEmpty() && !running) {
            return Optional.empty();
        }
        Days days = indicators.values().stream()
                .findFirst()
                .map(indicator -> indicator.measure().window().days(scope))
                .orElse(period.days());
        return Optional.of(new MentorResult(
                mentor,
                mentee,
                List.copyOf(new TreeSet<>(pairs.stream()
                        .map(Mentorship::kind)
                        .filter(kind -> !kind.isEmpty())
                        .toList())),
                pairs.get(0).startDate(),
                ended(pairs),
                mentee.regularDate(),
                !figures.isEmpty(),
                figures,
                readings.registers().events().stream()
                        .filter(event -> event.employeeId().equals(mentee.id()) && days.contains(event.day()))
                        .sorted(ComplianceEvent.OLDEST_FIRST)
                        .toList()));
    }

    private static Optional<LocalDate> ended(List<Mentorship> pairs) {
        return pairs.stream().anyMatch(pair -> pair.endDate().isEmpty())
                ? Optional.empty()
                : pairs.stream().map(pair -> pair.endDate().orElseThrow()).max(LocalDate::compareTo);
    }

    /** Roster numbers of everybody who has or had a mentor. */
    static List<Integer> numbers(Registers registers) {
        return registers.mentees().stream().map(Employee::index).toList();
    }

    /** The plan's indicators of mentees, in its order. */
    public static Map<String, Indicator> indicators(Plan plan) {
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        plan.indicators().forEach((id, indicator) -> {
            if (indicator.measure().over() == Measure.Over.MENTEES) {
                indicators.put(id, indicator);
            }
        });
        return indicators;
    }
}
