package dev.steelyard.engine.explain;

import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which piece of a curve a value falls on, and the arithmetic there.
 *
 * @param formula the points, over the value
 * @param note the piece in words
 */
record CurveStep(Formula formula, Said note) {

    /**
     * @param value the value's exact number
     * @param operand what stands for the value in the formula
     */
    static CurveStep of(Curve curve, Fraction value, Formula operand, Figure.Style style) {
        if (curve instanceof Curve.Linear linear) {
            return linear(linear.points(), value, operand, style);
        }
        if (curve instanceof Curve.Step step) {
            return step(step.points(), value, style);
        }
        return new CurveStep(operand, Said.of("explain.curve.valuePoints"));
    }

    private static CurveStep linear(List<Curve.Point> points, Fraction value, Formula operand, Figure.Style style) {
        Curve.Point below = points.get(0);
        if (value.compareTo(below.value()) <= 0) {
            String limit = FigureNumbers.text(below.value(), style);
            return flat(below, Said.of("explain.curve.below", "limit", limit));
        }
        for (Curve.Point above : points.subList(1, points.size())) {
            if (value.compareTo(above.value()) <= 0) {
                return between(below, above, operand, style);
            }
            below = above;
        }
        String limit = FigureNumbers.text(below.value(), style);
        return flat(below, Said.of("explain.curve.above", "limit", limit));
    }

    private static CurveStep flat(Curve.Point point, Said where) {
        String points = point.points().plain();
        return new CurveStep(
                FigureNumbers.constant(point.points()),
                Said.of("explain.curve.curveGives", "where", where, "points", points));
    }

    private static CurveStep between(Curve.Point below, Curve.Point above, Formula operand, Figure.Style style) {
        Formula past = past(operand, below.value(), style);
        Fraction rise = above.points().minus(below.points());
        Formula climbed = past.over(FigureNumbers.constant(above.value().minus(below.value()), style))
                .times(FigureNumbers.constant(rise.max(rise.negate())));
        Formula start = FigureNumbers.constant(below.points());
        Formula formula =
                rise.signum() < 0 ? start.minus(climbed) : below.points().signum() == 0 ? climbed : start.plus(climbed);
        String from = FigureNumbers.text(below.value(), style) + " → "
                + below.points().plain();
        String to = FigureNumbers.text(above.value(), style) + " → "
                + above.points().plain();
        return new CurveStep(formula, Said.of("explain.curve.curveProportionBetween", "from", from, "to", to));
    }

    private static Formula past(Formula operand, Fraction start, Figure.Style style) {
        if (start.signum() == 0) {
            return operand;
        }
        return start.signum() > 0
                ? operand.minus(FigureNumbers.constant(start, style))
                : operand.plus(FigureNumbers.constant(start.negate(), style));
    }

    private static CurveStep step(List<Curve.Point> points, Fraction value, Figure.Style style) {
        Curve.Point held = points.get(0);
        for (Curve.Point step : points) {
            if (value.isAtLeast(step.value())) {
                held = step;
            }
        }
        String limit = FigureNumbers.text(held.value(), style);
        return value.isBelow(held.value())
                ? flat(held, Said.of("explain.curve.belowLimit", "limit", limit))
                : flat(held, Said.of("explain.curve.from", "limit", limit));
    }

    /** A decimal that stands for the value and gives the same points: as few places as will do. */
    static BigDecimal printed(Fraction value, Predicate<Fraction> sameAs) {
        for (int scale : SCALES) {
            BigDecimal rounded = value.rounded(scale);
            if (sameAs.test(Fraction.of(rounded))) {
                return isExact(value, rounded) ? new BigDecimal(value.plain()) : rounded;
            }
        }
        return value.rounded(SCALES[SCALES.length - 1]);
    }

    static boolean isExact(Fraction value, BigDecimal rounded) {
        return Fraction.of(rounded).equals(value);
    }

    private static final int[] SCALES = {6, 9, 12, 16, 20};
}
