package dev.steelyard.engine.run;

import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.pay.Commissions;
import dev.steelyard.engine.people.PersonalTarget;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The targets that the run cut by days or steps, and those that may have been cut before they were delivered (rulings 101). */
public final class CutTargets {

    private static final Fraction SUSPICIOUS = Fraction.of(new BigDecimal("0.6"));

    /**
     * A target that was cut.
     *
     * @param name an indicator's id, or the target of a commission
     * @param median of the whole targets of the other members of the team on the track; of joiners alone, and where there are any
     */
    public record Cut(RankedScorecard card, String name, PersonalTarget target, Optional<Fraction> median) {

        /** Whether it may have been reduced already: below 60 % of what the others have. */
        public boolean isSuspicious() {
            return median.filter(middle -> target.target().value().isBelow(middle.times(SUSPICIOUS)))
                    .isPresent();
        }
    }

    private final RunInput input;
    private final List<RankedScorecard> cards;
    private final Commissions commissions;

    CutTargets(RunInput input, List<RankedScorecard> cards, Commissions commissions) {
        this.input = input;
        this.cards = cards;
        this.commissions = commissions;
    }

    /** In the order of the cards. */
    List<Cut> all() {
        List<Cut> all = new ArrayList<>();
        for (RankedScorecard card : cards) {
            targets(card).forEach((name, target) -> {
                if (!target.isWhole()) {
                    all.add(new Cut(card, name, target, median(card.participant(), name)));
                }
            });
        }
        return all;
    }

    private Map<String, PersonalTarget> targets(RankedScorecard card) {
        Participant person = card.participant();
        Map<String, PersonalTarget> targets = new LinkedHashMap<>();
        for (IndicatorScore score : card.card().indicators()) {
            Measure measure = score.indicator().measure();
            if (score.measured().target().isPresent() && measure.over() == Measure.Over.SELF) {
                String name = measure.target().orElse(score.id());
                whole(person, name)
                        .map(target -> PersonalTarget.of(
                                target,
                                input.plan(),
                                person.employee(),
                                person.presence(),
                                person.scope().days()))
                        .ifPresent(target -> targets.put(name, target));
            }
        }
        targets.putAll(commissions.targets(person));
        return targets;
    }

    private Optional<Targets.Target> whole(Participant person, String name) {
        return input.registers()
                .targets()
                .find(new TargetKey(
                        "employee", person.id(), name, person.scope().period()));
    }

    private Optional<Fraction> median(Participant person, String name) {
        boolean joined = person.employee()
                .hireDate()
                .filter(person.scope().days()::contains)
                .isPresent();
        List<Fraction> others = !joined
                ? List.of()
                : cards.stream()
                        .map(RankedScorecard::participant)
                        .filter(other -> !other.id().equals(person.id())
                                && Objects.equals(
                                        other.employee().team(),
                                        person.employee().team())
                                && other.employee()
                                        .track()
                                        .equals(person.employee().track()))
                        .flatMap(other -> whole(other, name).stream())
                        .map(Targets.Target::value)
                        .sorted()
                        .toList();
        int half = others.size() / 2;
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        others.size() % 2 == 1
                                ? others.get(half)
                                : others.get(half - 1).plus(others.get(half)).over(Fraction.of(2)));
    }

    List<Problem> problems() {
        return all().stream()
                .filter(Cut::isSuspicious)
                .map(cut -> Problem.of(
                                ProblemCode.TARGET_REDUCED_ALREADY,
                                cut.target().target().row().source(),
                                "target",
                                cut.target().target().value().plain())
                        .with("person", cut.card().participant().id())
                        .with("indicator", cut.name())
                        .with("median", cut.median().orElseThrow().plain()))
                .toList();
    }
}
