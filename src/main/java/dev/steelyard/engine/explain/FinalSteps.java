package dev.steelyard.engine.explain;

import dev.steelyard.engine.plan.TeamPool;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.DimensionScore;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A person's final score: of the individual and the team's, or the mean of shorter periods. */
record FinalSteps(RunResult result, DimensionStep dimensions, BonusStep bonus, TeamStep team, MeanSteps means) {

    static final Said FINAL = Said.of("explain.person.final");
    static final Said INDIVIDUAL = Said.of("explain.person.individual");

    /**
     * The final first; of a mean, then what else is printed of the person.
     *
     * @param periods those that the person's row is a mean of, oldest first
     */
    List<Step> of(RankedScorecard card, List<EarlierScorecard> periods) {
        return card.participant().isMeanIn(result.input().period()) ? means.of(card, periods) : List.of(score(card));
    }

    private Step score(RankedScorecard card) {
        Step own = individual(card);
        boolean held = card.status() == Status.HELD;
        Step pooled = team.of(card.pooled().team(), held);
        Step step = Step.of("final", FINAL, FigureNumbers.points(card.pooled().score()));
        if (card.pooled().score().isEmpty()) {
            return step.above(List.of(own, pooled));
        }
        Points individual = card.card().individual().orElseThrow();
        TeamPool pool = result.input().plan().teamPool();
        Optional<Points> teamPoints = card.pooled().team().points();
        Formula formula = teamPoints.isPresent() ? joined(pool) : Formula.part(0);
        Points joined = teamPoints
                .map(points -> Points.rounded(Fraction.ONE
                        .minus(pool.share())
                        .times(individual.exact())
                        .plus(pool.share().times(points.exact()))))
                .orElse(individual);
        if (joined.compareTo(pool.most()) > 0) {
            formula = formula.atMost(FigureNumbers.constant(pool.most()));
        }
        if (joined.compareTo(pool.least()) < 0) {
            formula = formula.atLeast(FigureNumbers.constant(pool.least()));
        }
        return step.from(formula, List.of(own, pooled));
    }

    private static Formula joined(TeamPool pool) {
        Fraction own = Fraction.ONE.minus(pool.share());
        return FigureNumbers.constant(own, Figure.Style.PERCENT)
                .times(Formula.part(0))
                .plus(FigureNumbers.constant(pool.share(), Figure.Style.PERCENT).times(Formula.part(1)));
    }

    private Step individual(RankedScorecard card) {
        Participant person = card.participant();
        boolean held = card.status() == Status.HELD;
        List<DimensionScore> printed = new ArrayList<>();
        List<Step> parts = new ArrayList<>();
        List<Step> others = new ArrayList<>();
        for (DimensionScore dimension : card.card().dimensions().values()) {
            if (dimension.weight().signum() == 0 && dimension.indicators().isEmpty()) {
                continue;
            }
            Step step = dimensions.of(person, card.card(), dimension, held);
            if (dimension.points().isPresent() && !held) {
                printed.add(dimension);
                parts.add(step);
            } else {
                others.add(step);
            }
        }
        int counted = parts.size();
        Optional<Step> earned = bonus.of(person, card.card());
        earned.ifPresent(parts::add);
        parts.addAll(others);
        boolean shown = card.pooled().score().isPresent();
        Step step = Step.of(
                "individual",
                INDIVIDUAL,
                shown ? FigureNumbers.points(card.card().individual()) : Figure.MISSING);
        if (!shown) {
            return step.above(parts);
        }
        Formula mean = DimensionStep.weighted(printed).orElseThrow();
        boolean raised = card.card().bonus().hundredths() != 0;
        return step.from(raised ? mean.plus(Formula.part(counted)) : mean, parts);
    }
}
