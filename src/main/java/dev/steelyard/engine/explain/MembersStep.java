package dev.steelyard.engine.explain;

import dev.steelyard.engine.explain.rows.Audience;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.Scorecard;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A manager's value as the mean of the members' printed dimension (rulings 36, 37). */
record MembersStep(RunResult result, Audience audience, Map<String, RankedScorecard> cards) {

    Step of(Participant manager, Measure measure, Figure mean) {
        String dimension = measure.dimension().orElseThrow();
        List<Step> counted = new ArrayList<>();
        List<Step> leftOut = new ArrayList<>();
        int others = 0;
        for (Participant member : result.book().population().members(manager)) {
            Scorecard card = cards.get(member.id()).card();
            Optional<Points> points =
                    card.countsInMeans() ? card.dimensions().get(dimension).points() : Optional.empty();
            if (!audience.sees(member.employee().team())) {
                others += points.isPresent() ? 1 : 0;
            } else if (points.isPresent()) {
                counted.add(member(member, FigureNumbers.points(points)));
            } else {
                leftOut.add(member(member, Figure.MISSING).note(why(card)));
            }
        }
        Step step = Step.of("value", Said.of("explain.members.meanMembers"), mean);
        List<Step> all = new ArrayList<>(counted);
        all.addAll(leftOut);
        if (others > 0) {
            return step.above(all).note(Said.of("explain.members.membersOtherTeamsCount", "others", others));
        }
        return counted.isEmpty()
                ? step.above(all)
                : step.from(Formula.sumOfParts(0, counted.size()).over(Formula.constant(counted.size())), all);
    }

    private static Step member(Participant member, Figure figure) {
        return Step.of("member." + member.id(), Said.text(member.employee().name() + " (" + member.id() + ")"), figure);
    }

    private static Said why(Scorecard card) {
        if (card.isComplete() && !card.countsInMeans()) {
            return Said.of("explain.members.exemptLeftOut");
        }
        return card.isComplete()
                ? Said.of("explain.members.noSuchDimensionLeft")
                : Said.of("explain.members.heldIncompleteLeftOut");
    }
}
