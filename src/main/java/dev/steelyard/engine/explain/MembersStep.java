package dev.steelyard.engine.explain;

import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.Scorecard;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Label;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A manager's value as the mean of the members' printed dimension (rulings 36, 37). */
final class MembersStep {

    private final RunResult result;
    private final Audience audience;
    private final Map<String, RankedScorecard> cards;

    MembersStep(RunResult result, Audience audience, Map<String, RankedScorecard> cards) {
        this.result = result;
        this.audience = audience;
        this.cards = cards;
    }

    Step of(Participant manager, Measure measure, Figure mean) {
        String dimension = measure.dimension().orElseThrow();
        List<Step> counted = new ArrayList<>();
        List<Step> leftOut = new ArrayList<>();
        int others = 0;
        for (Participant member : result.book().population().members(manager)) {
            Scorecard card = cards.get(member.id()).card();
            Optional<Points> points =
                    card.isComplete() ? card.dimensions().get(dimension).points() : Optional.empty();
            if (!audience.sees(member.employee().team())) {
                others += points.isPresent() ? 1 : 0;
            } else if (points.isPresent()) {
                counted.add(member(member, Numbers.points(points)));
            } else {
                leftOut.add(member(member, Figure.MISSING).note(why(card)));
            }
        }
        Step step = Step.of("value", new Label("成员平均", "mean of the members"), mean);
        List<Step> all = new ArrayList<>(counted);
        all.addAll(leftOut);
        if (others > 0) {
            return step.above(all)
                    .note(
                            "另有其他团队成员 " + others + " 人计入，此处不列",
                            others + " members of other teams count too and are not shown here");
        }
        return counted.isEmpty()
                ? step.above(all)
                : step.from(Formula.sumOfParts(0, counted.size()).over(Formula.constant(counted.size())), all);
    }

    private static Step member(Participant member, Figure figure) {
        return Step.of("member." + member.id(), Label.of(member.employee().name() + " (" + member.id() + ")"), figure);
    }

    private static Label why(Scorecard card) {
        return card.isComplete()
                ? new Label("没有该维度得分，不计入", "has no such dimension, left out")
                : new Label("待核或数据不全，不计入", "held or incomplete, left out");
    }
}
