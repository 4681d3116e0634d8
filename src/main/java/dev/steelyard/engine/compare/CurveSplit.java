package dev.steelyard.engine.compare;

import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.unit.Fraction;

/** The points of a value on a curve, before and after: what another value did, and what another curve. They sum exactly. */
record CurveSplit(Curve before, Curve after) {

    private static final Fraction HALF = Fraction.ONE.over(Fraction.of(2));

    /** What going from one value to the other does, by the mean of both curves. */
    Fraction byValue(Fraction then, Fraction now) {
        return at(before, now)
                .minus(at(before, then))
                .plus(at(after, now).minus(at(after, then)))
                .times(HALF);
    }

    /** What the other curve does, at the mean of both values. */
    Fraction byCurve(Fraction then, Fraction now) {
        return at(after, then)
                .minus(at(before, then))
                .plus(at(after, now).minus(at(before, now)))
                .times(HALF);
    }

    static Fraction at(Curve curve, Fraction value) {
        return curve.pointsAt(value).exact();
    }
}
