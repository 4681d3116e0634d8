package dev.steelyard.app.calculation;

import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plausible.Evidence.Gauged;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run measured, beside what the curves of its plan name. */
final class GaugedFigures {

    private GaugedFigures() {}

    /** Indicator → its curve's ends and everybody's value; without those that have no breakpoints. */
    static Map<String, Gauged> of(RunResult result) {
        Map<String, List<Fraction>> values = new TreeMap<>();
        for (RankedScorecard card : result.book().cards()) {
            card.card().indicators().forEach(score -> score.measured()
                    .value()
                    .ifPresent(value -> values.computeIfAbsent(score.id(), any -> new ArrayList<>())
                            .add(value)));
        }
        Map<String, Gauged> gauged = new TreeMap<>();
        result.input().plan().indicators().forEach((id, indicator) -> indicator
                .curve()
                .map(GaugedFigures::points)
                .filter(points -> !points.isEmpty())
                .ifPresent(points -> gauged.put(id, gauged(indicator, points, values.getOrDefault(id, List.of())))));
        return gauged;
    }

    private static List<Curve.Point> points(Curve curve) {
        return curve instanceof Curve.Linear linear
                ? linear.points()
                : curve instanceof Curve.Step step ? step.points() : List.of();
    }

    private static Gauged gauged(Indicator indicator, List<Curve.Point> points, List<Fraction> values) {
        Curve.Point first = points.get(0);
        Curve.Point last = points.get(points.size() - 1);
        return new Gauged(
                first.value(),
                last.value(),
                points.stream().map(Curve.Point::points).reduce(Fraction.ZERO, Fraction::max),
                last.points().isBelow(first.points()),
                indicator.measure().verb().equals("attainment"),
                values);
    }
}
