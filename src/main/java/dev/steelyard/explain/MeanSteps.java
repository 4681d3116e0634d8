package dev.steelyard.explain;

import dev.steelyard.fact.EarlierScorecard;
import dev.steelyard.score.RankedScorecard;
import dev.steelyard.trace.Figure;
import dev.steelyard.trace.Formula;
import dev.steelyard.trace.Label;
import dev.steelyard.trace.Step;
import dev.steelyard.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Figures that are means of the same figures of shorter periods (rulings 1). */
final class MeanSteps {

    private final Vocabulary words;

    MeanSteps(Vocabulary words) {
        this.words = words;
    }

    /** The final first, then what else is printed of the person. */
    List<Step> of(RankedScorecard card, List<EarlierScorecard> periods) {
        List<Step> steps = new ArrayList<>();
        steps.add(mean("final", PersonStep.FINAL, card.pooled().score(), periods, EarlierScorecard::score));
        steps.add(mean(
                "individual", PersonStep.INDIVIDUAL, card.card().individual(), periods, EarlierScorecard::individual));
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
                "bonus", new Label("加分", "bonus"), Optional.of(card.card().bonus()), periods, EarlierScorecard::bonus));
        steps.add(mean(
                "team_score",
                new Label("团队得分", "team score"),
                card.pooled().team().points(),
                periods,
                EarlierScorecard::teamScore));
        return steps;
    }

    private static Step mean(
            String key,
            Label label,
            Optional<Points> mean,
            List<EarlierScorecard> periods,
            Function<EarlierScorecard, Optional<Points>> figure) {
        List<Step> counted = new ArrayList<>();
        List<Step> others = new ArrayList<>();
        for (EarlierScorecard period : periods) {
            Optional<Points> points = period.scored() ? figure.apply(period) : Optional.empty();
            Step step = Step.of(
                    "period." + period.period(), Label.of(period.period().toString()), Numbers.points(points));
            if (points.isPresent()) {
                counted.add(step);
            } else {
                others.add(
                        period.scored()
                                ? step.note("没有该项", "has none")
                                : step.note("当期未评分，不计入", "not scored then, left out"));
            }
        }
        int count = counted.size();
        counted.addAll(others);
        Step step = Step.of(key, label, mean.map(Numbers::points).orElse(Figure.MISSING));
        if (count == 0 || mean.isEmpty()) {
            return step.above(counted);
        }
        Formula sum = Formula.sumOfParts(0, count);
        return step.from(count == 1 ? sum : sum.over(Formula.constant(count)), counted);
    }
}
