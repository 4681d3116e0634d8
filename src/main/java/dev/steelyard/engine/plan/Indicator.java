package dev.steelyard.engine.plan;

import dev.steelyard.engine.unit.Fraction;
import java.util.Map;
import java.util.Optional;

/**
 * An indicator 指标: what is measured, what it earns, and for whom it counts.
 *
 * @param dimension the dimension it belongs to
 * @param weight track → weight in percent of the dimension; weight 0 is shown, not scored (rulings 19)
 * @param unit how people read the value; machine files always carry the plain fraction
 * @param curve value → points; absent where every weight is 0
 * @param missing what absent data means
 */
public record Indicator(
        Name name,
        String dimension,
        Map<String, Fraction> weight,
        Unit unit,
        Measure measure,
        Optional<Curve> curve,
        Missing missing) {

    /** How a value is shown to people. */
    public enum Unit {
        PERCENT,
        NUMBER,
        DAYS,
        POINTS
    }

    /** What absent data means (rules.md 4.2). */
    public enum Missing {
        /** The indicator's weight is spread over the dimension's others in proportion. */
        SKIP,
        /** The value is 0. */
        ZERO,
        /** The participant is held 待核: listed with the reason, neither ranked nor paid. */
        HOLD
    }

    public Indicator {
        weight = InOrder.copy(weight);
        if (curve.isEmpty() && weight.values().stream().anyMatch(share -> share.signum() != 0)) {
            throw new IllegalArgumentException("an indicator with a weight needs a curve");
        }
    }

    /** Whether anybody on the track is measured on it. */
    public boolean concerns(String track) {
        return weight.containsKey(track);
    }
}
