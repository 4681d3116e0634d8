package dev.steelyard.engine.explain;

import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.math.BigDecimal;
import java.util.Optional;

/** Exact numbers as figures and constants. */
final class FigureNumbers {

    private FigureNumbers() {}

    static Figure points(Points points) {
        return Figure.plain(points.decimal());
    }

    static Figure points(Optional<Points> points) {
        return points.map(FigureNumbers::points).orElse(Figure.MISSING);
    }

    /** Places of what has no exact decimal, as sums at restated prices: enough to compute on with. */
    private static final int PLACES = 12;

    /** A sum, a count, a target: the exact decimal where there is one. */
    static Figure exact(Fraction number) {
        return number.isDecimal()
                ? Figure.plain(new BigDecimal(number.plain()))
                : new Figure.Number(number.rounded(PLACES), Figure.Style.PLAIN, true);
    }

    static Figure percent(Fraction number) {
        return new Figure.Number(new BigDecimal(number.plain()), Figure.Style.PERCENT, false);
    }

    static Formula constant(Points points) {
        return Formula.constant(new BigDecimal(points.exact().plain()));
    }

    /** A number of the plan in the indicator's unit. */
    static Formula constant(Fraction number, Figure.Style style) {
        return new Formula.Constant(new BigDecimal(number.plain()), style);
    }

    static Formula constant(Fraction number) {
        return constant(number, Figure.Style.PLAIN);
    }

    static Figure.Style style(Indicator.Unit unit) {
        return unit == Indicator.Unit.PERCENT ? Figure.Style.PERCENT : Figure.Style.PLAIN;
    }

    static String text(Fraction number, Figure.Style style) {
        return Figure.text(new BigDecimal(number.plain()), style);
    }
}
