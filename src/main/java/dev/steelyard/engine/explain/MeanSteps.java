package dev.steelyard.engine.explain;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Figures that are means of the same figures of shorter periods (rulings 1).
 *
 * @param published the periods whose figures the ledger holds
 * @param runs which run each of them is, where that is known
 */
record MeanSteps(Vocabulary words, Set<Period> published, Map<Period, String> runs) {

    /** The final first, then what else is printed of the person. */
    List<Step> of(RankedScorecard card, List<EarlierScorecard> periods) {
        List<Step> steps = new ArrayList<>();
        steps.add(mean("final", FinalSteps.FINAL, card.pooled().score(), periods, EarlierScorecard::score));
        steps.add(mean(
                "individual", FinalSteps.INDIVIDUAL, card.card().individual(), periods, EarlierScorecard::individual));
        card.card().dimensions().forEach((id, dimension) -> {
            if (dimension.weight().signum() != 0) {
                steps.add(mean(
                        "dimension." + id,
                        words.dimension(id),
                        dimension.points(),
                        periods,
                        period -> Optional.ofNullable(period.dimensions().get(id))));
            }
        });
        steps.add(mean(
                "bonus",
                Said.of("explain.bonus.bonus"),
                Optional.of(card.card().bonus()),
                periods,
                EarlierScorecard::bonus));
        steps.add(mean(
                "team_score",
                Said.of("explain.mean.teamScore"),
                card.pooled().team().points(),
                periods,
                EarlierScorecard::teamScore));
        return steps;
    }

    private Step mean(
            String key,
            Said label,
            Optional<Points> mean,
            List<EarlierScorecard> periods,
            Function<EarlierScorecard, Optional<Points>> figure) {
        List<Step> counted = new ArrayList<>();
        List<Step> others = new ArrayList<>();
        for (EarlierScorecard period : periods) {
            Optional<Points> points = period.scored() ? figure.apply(period) : Optional.empty();
            Step step = Step.of(
                            "period." + period.period(),
                            Said.text(period.period().toString()),
                            FigureNumbers.points(points))
                    .note(key.equals("final") ? origin(period.period()) : Said.text(""));
            if (points.isPresent()) {
                counted.add(step);
            } else {
                others.add(
                        period.scored()
                                ? step.note(Said.of("explain.mean.none"))
                                : step.note(Said.of("explain.mean.notScoredThenLeft")));
            }
        }
        int count = counted.size();
        counted.addAll(others);
        Step step = Step.of(key, label, mean.map(FigureNumbers::points).orElse(Figure.MISSING));
        if (count == 0 || mean.isEmpty()) {
            return step.above(counted);
        }
        Formula sum = Formula.sumOfParts(0, count);
        return step.from(count == 1 ? sum : sum.over(Formula.constant(count)), counted);
    }

    /** Where the period's figures come from (rulings 2). */
    private Said origin(Period period) {
        if (!published.contains(period)) {
            return Said.of("explain.mean.calculatedFromSameFiles");
        }
        return Said.of(
                "explain.mean.published",
                "map",
                Optional.ofNullable(runs.get(period))
                        .map(run -> Said.of("explain.mean.run", "run", run))
                        .orElse(Said.text("")));
    }
}
