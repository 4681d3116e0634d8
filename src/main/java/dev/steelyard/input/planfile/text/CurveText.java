package dev.steelyard.input.planfile.text;

import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.words.PlanWords;
import java.util.List;
import java.util.function.Function;

/** A curve in words. */
record CurveText(PlanWords words) {

    /** From a value in the unit to points. */
    String of(Curve curve, Indicator.Unit unit) {
        return of(curve, value -> words.value(value, unit), Fraction::plain);
    }

    /** From points to a share, as factors are. */
    String shares(Curve curve) {
        return of(curve, Fraction::plain, Fraction::percent);
    }

    /** From points to a plain factor. */
    String factors(Curve curve) {
        return of(curve, Fraction::plain, Fraction::plain);
    }

    private String of(Curve curve, Function<Fraction, String> value, Function<Fraction, String> result) {
        if (curve instanceof Curve.Linear linear) {
            return words.say(
                    "plan.curve.proportionBetweenFlatBeyond",
                    "breakpoints",
                    breakpoints(linear.points(), value, result));
        }
        if (curve instanceof Curve.Step step) {
            return words.say("plan.curve.eachHoldsFromValue", "breakpoints", breakpoints(step.points(), value, result));
        }
        return words.say("plan.curve.valuePoints");
    }

    private String breakpoints(
            List<Curve.Point> points, Function<Fraction, String> value, Function<Fraction, String> result) {
        return words.list(points.stream()
                .map(point -> value.apply(point.value()) + "→" + result.apply(point.points()))
                .toList());
    }
}
