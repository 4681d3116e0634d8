package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.measure.Certifications;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.people.Stay;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.verb.Measured;
import dev.steelyard.engine.verb.VerbEvidence;
import dev.steelyard.engine.verb.Verbs;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Indicators and facts read for reports: of people whom the run does not score by them, because their quarter is a mean of
 * months, or of other people than the plan's measure is over. No score comes of it.
 */
final class Readings {

    private final Plan plan;
    private final Registers registers;
    private final Measurements measurements;
    private final Optional<Certifications> certifications;

    Readings(Plan plan, Registers registers, Measurements measurements) {
        this.plan = plan;
        this.registers = registers;
        this.measurements = measurements;
        this.certifications = plan.rules().certification().map(rule -> new Certifications(rule, registers));
    }

    Plan plan() {
        return plan;
    }

    Registers registers() {
        return registers;
    }

    // ------------------------------------------------------------------ what is asked

    /** Asks for an indicator of everybody whose track it concerns, over what the run scores them on. */
    static void demand(Indicator indicator, Population population, Demand demand) {
        byScope(population, indicator.weight().keySet())
                .forEach((scope, people) -> ask(indicator.measure(), people, scope, demand));
    }

    /** Asks for an indicator of these people (roster numbers), over the period. */
    static void demand(Indicator indicator, Collection<Integer> people, Scope scope, Demand demand) {
        ask(indicator.measure(), people, scope, demand);
    }

    /** Asks for facts of everybody on one of the tracks. */
    static void demand(
            Facts facts, Collection<String> tracks, List<Window> windows, Population population, Demand demand) {
        byScope(population, tracks)
                .forEach((scope, people) -> windows.forEach(window -> demand.ask(facts, people, window.days(scope))));
    }

    private static void ask(Measure measure, Collection<Integer> people, Scope scope, Demand demand) {
        Verbs.accumulated(measure)
                .forEach(reads -> demand.ask(
                        reads.facts(),
                        people,
                        reads.window().days(scope),
                        scope.days().last()));
    }

    private static Map<Scope, Collection<Integer>> byScope(Population population, Collection<String> tracks) {
        Map<Scope, Collection<Integer>> people = new LinkedHashMap<>();
        population.participants().stream()
                .filter(person -> tracks.contains(person.employee().track()))
                .forEach(person -> people.computeIfAbsent(person.scope(), scope -> new TreeSet<>())
                        .add(person.employee().index()));
        return people;
    }

    // ------------------------------------------------------------------ what was read

    /** A person's own indicator over what the run scores the person on, before any appeal. */
    Measured own(String indicator, Participant person) {
        return of(indicator, person.employee(), person.scope(), List.of(person.employee()), person.stay());
    }

    /** An indicator over all rows of some people, part of the scope or not. @param subject the person whose region and targets count */
    Measured of(String indicator, Employee subject, Scope scope, List<Employee> people) {
        return of(indicator, subject, scope, people, Stay.whole(scope.days()));
    }

    private Measured of(String indicator, Employee subject, Scope scope, List<Employee> people, Stay stay) {
        VerbEvidence evidence = new VerbEvidence(
                measurements,
                registers,
                certifications,
                scope,
                "employee",
                subject.id(),
                subject.region(),
                people,
                plan,
                stay,
                plan.teamPool().maxAgeMonths());
        return Verbs.apply(indicator, plan.indicators().get(indicator).measure(), evidence);
    }

    /** What facts come to for a person; 0 where there is nothing. */
    Fraction figure(Facts facts, Participant person, Window window) {
        Days days = window.days(person.scope());
        return registers.has(facts.dataset()) && !days.isEmpty()
                ? measurements.figure(facts, List.of(person.employee().index()), days)
                : Fraction.ZERO;
    }
}
