package dev.steelyard.engine.explain;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.explain.rows.RunningCount;
import dev.steelyard.engine.explain.rows.SourceRows;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.MilestoneScore;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Scorecard;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.SourceRow;
import dev.steelyard.engine.trace.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Milestone points: which step was crossed in the period, and by which rows (rulings 41). */
record BonusStep(RunResult result, ToldFacts facts, SourceRows rows) {

    /** Empty for tracks without milestones. */
    Optional<Step> of(Participant person, Scorecard card) {
        List<Step> milestones = card.milestones().stream()
                .map(milestone -> milestone(person, milestone))
                .toList();
        return milestones.isEmpty()
                ? Optional.empty()
                : Optional.of(Step.of("bonus", Said.of("explain.bonus.bonus"), FigureNumbers.points(card.bonus()))
                        .from(Formula.sumOfParts(0, milestones.size()), milestones));
    }

    private Step milestone(Participant person, MilestoneScore score) {
        Rules.Milestone milestone = score.milestone();
        Days until = Window.YEAR_TO_DATE.days(person.scope());
        Days earlier = Window.YEAR_BEFORE.days(person.scope());
        Said crossed = score.reached()
                .map(step -> Said.of("explain.bonus.reachedFirstTime", "step", step.count(), "points", step.points()))
                .orElse(Said.of("explain.bonus.noStepReachedFirst"));
        RunningCount count = count(milestone);
        List<SourceRow> all = count.of(rows.of(person, milestone.of(), until));
        return Step.of("milestone", Vocabulary.label(milestone.name()), FigureNumbers.points(score.points()))
                .note(crossed)
                .above(List.of(
                        Step.of("now", Said.of("explain.bonus.periodsEnd"), FigureNumbers.exact(score.now()))
                                .note(facts.of(milestone.of(), until))
                                .rows(all.stream()
                                        .filter(row -> !count.isIn(row, earlier))
                                        .toList()),
                        Step.of("before", Said.of("explain.bonus.beforePeriod"), FigureNumbers.exact(score.before()))
                                .note(Said.text(earlier.isEmpty() ? "" : earlier.toString()))
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
