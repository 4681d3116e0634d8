package dev.steelyard.engine.verb;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.fact.PublishedShare;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.measure.Certifications;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.measure.Total;
import dev.steelyard.engine.people.PersonalTarget;
import dev.steelyard.engine.people.Stay;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.unit.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a verb may look at: the facts about some people over the windows of what a person is scored on.
 *
 * @param scope what the person is scored on
 * @param subjectType whose targets count: employee, team or region
 * @param subject that employee's, team's or region's id
 * @param region the region whose published figures count
 * @param people the people whose rows count
 * @param plan whose rules on absence hold
 * @param stay how much of the scope the people were there for; what was measured of whole teams is nobody's part
 * @param shareMaxAge how many months a published market share may be old
 */
public record VerbEvidence(
        Measurements measurements,
        Registers registers,
        Optional<Certifications> certifications,
        Scope scope,
        String subjectType,
        String subject,
        String region,
        List<Employee> people,
        Plan plan,
        Stay stay,
        int shareMaxAge) {

    private static final String PUBLISHED = "market_share";

    /** Whether facts are read off a register instead of being accumulated. */
    public static boolean isLookedUp(Facts facts) {
        return facts.dataset().equals(PUBLISHED)
                || facts.aggregate() == Aggregate.REQUIRED
                || facts.aggregate() == Aggregate.PASSED;
    }

    /** Whether the dataset of the facts was not delivered: then whatever reads it is missing for everyone (ruling 21). */
    public boolean lacks(Facts facts) {
        return !registers.has(facts.dataset());
    }

    /**
     * What the facts come to over the windows together: sum, rows and values, exact. No row and a row of 0 are told apart (ruling 20).
     */
    public Total total(Facts facts, Window... windows) {
        if (facts.dataset().equals(PUBLISHED)) {
            return published(facts.aggregate());
        }
        if (isLookedUp(facts)) {
            return certified(facts.aggregate());
        }
        List<Days> spans = new ArrayList<>();
        for (Window window : windows) {
            spans.addAll(spans(window));
        }
        List<Integer> subjects = people.stream().map(Employee::index).toList();
        return Total.of(measurements.read(facts, subjects, spans, scope.days().last()), facts.aggregate());
    }

    /** Rows of days on another track do not count in the period; windows that reach back count all (rules.md 8.1). */
    private List<Days> spans(Window window) {
        return window.kind() == Window.Kind.PERIOD ? stay.presence().counted() : List.of(window.days(scope));
    }

    /** The same for one of the people. */
    Total total(Facts facts, Employee person, Window window) {
        return Total.of(
                measurements.read(
                        facts,
                        List.of(person.index()),
                        spans(window),
                        scope.days().last()),
                facts.aggregate());
    }

    /** How many different rows pass the conditions of one or the other. */
    long distinctRows(Facts one, Facts other, Window window) {
        long sum = total(one, window).rows() + total(other, window).rows();
        return both(one, other)
                .map(both -> sum - total(both, window).rows())
                .orElseGet(() -> one.aggregate() == Aggregate.PASSED
                        ? total(other, window).rows()
                        : sum);
    }

    /** The rows that pass both conditions, where both read the same dataset by the same date. */
    static Optional<Facts> both(Facts one, Facts other) {
        return one.dataset().equals(other.dataset())
                        && one.date().equals(other.date())
                        && !isLookedUp(one)
                        && !isLookedUp(other)
                ? Optional.of(new Facts(
                        Aggregate.COUNT,
                        one.dataset(),
                        List.of(),
                        one.date(),
                        merged(one.where(), other.where()),
                        one.basis()))
                : Optional.empty();
    }

    private static Where merged(Where one, Where other) {
        return one.equals(other) ? one : one.and(other);
    }

    private Total published(Aggregate aggregate) {
        Optional<PublishedShare> newest =
                registers.marketShare().newest(region, scope.days().last(), shareMaxAge);
        Optional<PublishedShare> read = aggregate == Aggregate.PRIOR
                ? newest.flatMap(found -> registers.marketShare().before(region, found))
                : newest;
        return read.map(found -> new Total(Optional.of(found.share()), 1, 1, 1, region + " " + found.period()))
                .orElse(Total.NONE);
    }

    private Total certified(Aggregate aggregate) {
        Certifications.Standing standing =
                certifications.orElseThrow().of(people.get(0), scope.days().last());
        int count = aggregate == Aggregate.PASSED
                ? standing.passed().size()
                : standing.required().size();
        return new Total(Optional.of(Fraction.of(count)), count, count, standing.rows(), "");
    }

    /** The target as far as it was the person's to reach. */
    Optional<PersonalTarget> personal(String indicator) {
        return target(indicator)
                .map(target -> subjectType.equals("employee") && people.size() == 1
                        ? PersonalTarget.of(target, plan, people.get(0), stay.presence(), scope.days())
                        : PersonalTarget.whole(target));
    }

    /** The target of exactly the scored period (ruling 7); empty where there is none. */
    public Optional<Targets.Target> target(String indicator) {
        return registers.targets().find(new TargetKey(subjectType, subject, indicator, scope.period()));
    }
}
