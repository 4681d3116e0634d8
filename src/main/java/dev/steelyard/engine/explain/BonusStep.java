package dev.steelyard.engine.explain;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.MilestoneScore;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Scorecard;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Label;
import dev.steelyard.engine.trace.SourceRow;
import dev.steelyard.engine.trace.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Milestone points: which step was crossed in the period, and by which rows (rulings 41). */
final class BonusStep {

    private final RunResult result;
    private final FactsWords facts;
    private final SourceRows rows;

    BonusStep(RunResult result, FactsWords facts, SourceRows rows) {
        this.result = result;
        this.facts = facts;
        this.rows = rows;
    }

    /** Empty for tracks without milestones. */
    Optional<Step> of(Participant person, Scorecard card) {
        List<Step> milestones = card.milestones().stream()
                .map(milestone -> milestone(person, milestone))
                .toList();
        return milestones.isEmpty()
                ? Optional.empty()
                : Optional.of(Step.of("bonus", new Label("加分", "bonus"), Numbers.points(card.bonus()))
                        .from(Formula.sumOfParts(0, milestones.size()), milestones));
    }

    private Step milestone(Participant person, MilestoneScore score) {
        Rules.Milestone milestone = score.milestone();
        Days until = Window.YEAR_TO_DATE.days(person.scope());
        Days earlier = Window.YEAR_BEFORE.days(person.scope());
        Label crossed = score.reached()
                .map(step -> new Label(
                        "本期首次达到 " + step.count() + "，加 " + step.points(),
                        "reached " + step.count() + " for the first time: +" + step.points()))
                .orElse(new Label("本期没有首次达到任何一级", "no step was reached for the first time"));
        RunningCount count = count(milestone);
        List<SourceRow> all = count.of(rows.of(person, milestone.of(), until));
        return Step.of("milestone", Vocabulary.label(milestone.name()), Numbers.points(score.points()))
                .note(crossed)
                .above(List.of(
                        Step.of("now", new Label("期末累计", "by the period's end"), Numbers.exact(score.now()))
                                .note(facts.of(milestone.of(), until))
                                .rows(all.stream()
                                        .filter(row -> !count.isIn(row, earlier))
                                        .toList()),
                        Step.of("before", new Label("期前累计", "before the period"), Numbers.exact(score.before()))
                                .note(Label.of(earlier.isEmpty() ? "" : earlier.toString()))
                                .rows(all.stream()
                                        .filter(row -> count.isIn(row, earlier))
                                        .toList())));
    }

    private RunningCount count(Rules.Milestone milestone) {
        Set<Integer> steps =
                milestone.steps().stream().map(Rules.Milestone.Step::count).collect(Collectors.toSet());
        return new RunningCount(milestone.of(), result.input().registers().schemas(), steps);
    }
}
