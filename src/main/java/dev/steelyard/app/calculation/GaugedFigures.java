package dev.steelyard.app.calculation;

import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plausible.Evidence.Gauged;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run measured, beside what the curves of its plan name. */
final class GaugedFigures {

    private GaugedFigures() {}

    /** Indicator → its curve's ends and everybody's value; without those that have no breakpoints. */
    static Map<String, Gauged> of(RunResult result) {
        Map<String, List<IndicatorScore>> scores = result.book().cards().stream()
                .flatMap(card -> card.card().indicators().stream())
                .filter(score -> score.measured().value().isPresent())
                .collect(Collectors.groupingBy(IndicatorScore::id));
        Map<String, Gauged> gauged = new TreeMap<>();
        result.input().plan().indicators().forEach((id, indicator) -> indicator
                .curve()
                .map(GaugedFigures::points)
                .filter(points -> !points.isEmpty())
                .ifPresent(points -> gauged.put(id, gauged(indicator, points, scores.getOrDefault(id, List.of())))));
        return gauged;
    }

    private static List<Curve.Point> points(Curve curve) {
        return curve instanceof Curve.Linear linear
                ? linear.points()
                : curve instanceof Curve.Step step ? step.points() : List.of();
    }

    private static Gauged gauged(Indicator indicator, List<Curve.Point> points, List<IndicatorScore> scores) {
        Curve.Point first = points.get(0);
        Curve.Point last = points.get(points.size() - 1);
        List<IndicatorScore> counted = scores.stream()
                .filter(score ->
                        score.measured().rows().filter(rows -> rows > 0).isPresent())
                .toList();
        return new Gauged(
                first.value(),
                last.value(),
                points.stream().map(Curve.Point::points).reduce(Fraction.ZERO, Fraction::max),
                last.points().isBelow(first.points()),
                indicator.measure().verb().equals("attainment"),
                scores.stream()
                        .flatMap(score -> score.measured().value().stream())
                        .toList(),
                counted.size(),
                counted.stream()
                        .filter(score -> score.points()
                                .filter(own -> own.exact().signum() > 0)
                                .isEmpty())
                        .count());
    }
}
