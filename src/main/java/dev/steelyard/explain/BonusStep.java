package dev.steelyard.explain;

import dev.steelyard.calendar.Days;
import dev.steelyard.calendar.Window;
import dev.steelyard.plan.Rules;
import dev.steelyard.run.RunResult;
import dev.steelyard.score.Participant;
import dev.steelyard.score.Scorecard;
import dev.steelyard.trace.Formula;
import dev.steelyard.trace.Label;
import dev.steelyard.trace.Step;
import dev.steelyard.unit.Fraction;
import dev.steelyard.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Milestone points: which step was crossed in the period (rulings 41). */
final class BonusStep {

    private final RunResult result;
    private final FactsWords facts;

    BonusStep(RunResult result, FactsWords facts) {
        this.result = result;
        this.facts = facts;
    }

    /** Empty for tracks without milestones. */
    Optional<Step> of(Participant person, Scorecard card) {
        List<Step> milestones = new ArrayList<>();
        for (Rules.Milestone milestone : result.input().plan().rules().milestones()) {
            if (milestone.tracks().contains(person.employee().track())) {
                milestones.add(milestone(person, milestone));
            }
        }
        return milestones.isEmpty()
                ? Optional.empty()
                : Optional.of(Step.of("bonus", new Label("加分", "bonus"), Numbers.points(card.bonus()))
                        .from(Formula.sumOfParts(0, milestones.size()), milestones));
    }

    private Step milestone(Participant person, Rules.Milestone milestone) {
        Days until = Window.YEAR_TO_DATE.days(person.scope());
        Days earlier = Window.YEAR_BEFORE.days(person.scope());
        Fraction now = count(person, milestone, until);
        Fraction before = count(person, milestone, earlier);
        Points points = Points.ZERO;
        Label crossed = new Label("本期没有首次达到任何一级", "no step was reached for the first time");
        for (Rules.Milestone.Step step : milestone.steps()) {
            Fraction count = Fraction.of(step.count());
            if (now.isAtLeast(count) && before.isBelow(count)) {
                points = step.points();
                crossed = new Label(
                        "本期首次达到 " + step.count() + "，加 " + points,
                        "reached " + step.count() + " for the first time: +" + points);
            }
        }
        return Step.of("milestone", Vocabulary.label(milestone.name()), Numbers.points(points))
                .note(crossed)
                .above(List.of(
                        Step.of("now", new Label("期末累计", "by the period's end"), Numbers.exact(now))
                                .note(facts.of(milestone.of(), until)),
                        Step.of("before", new Label("期前累计", "before the period"), Numbers.exact(before))
                                .note(Label.of(earlier.isEmpty() ? "" : earlier.toString()))));
    }

    private Fraction count(Participant person, Rules.Milestone milestone, Days days) {
        return result.input().registers().has(milestone.of().dataset())
                ? result.measurements()
                        .figure(milestone.of(), List.of(person.employee().index()), days)
                : Fraction.ZERO;
    }
}
