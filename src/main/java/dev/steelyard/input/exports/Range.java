package dev.steelyard.input.exports;

import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Which numbers a column may hold.
 *
 * @param min null where it has no end below
 * @param max null where it has none above
 * @param whole whether both ends are whole and fit a long
 * @param least the whole end below
 * @param most the whole end above
 */
record Range(BigDecimal min, BigDecimal max, boolean whole, long least, long most) {

    static Range of(Optional<Fraction> min, Optional<Fraction> max) {
        BigDecimal lower = bound(min);
        BigDecimal upper = bound(max);
        boolean whole = isWhole(lower) && isWhole(upper);
        return new Range(
                lower,
                upper,
                whole,
                whole && lower != null ? lower.longValue() : Long.MIN_VALUE,
                whole && upper != null ? upper.longValue() : Long.MAX_VALUE);
    }

    private static BigDecimal bound(Optional<Fraction> bound) {
        return bound.map(Fraction::plain).map(BigDecimal::new).orElse(null);
    }

    private static boolean isWhole(BigDecimal bound) {
        return bound == null || bound.stripTrailingZeros().scale() <= 0 && bound.precision() - bound.scale() <= 18;
    }

    String shown() {
        if (min == null) {
            return "≤ " + max.toPlainString();
        }
        return max == null ? "≥ " + min.toPlainString() : min.toPlainString() + "…" + max.toPlainString();
    }

    boolean isBounded() {
        return min != null || max != null;
    }

    boolean holds(BigDecimal number) {
        return (min == null || (min.signum() == 0 ? number.signum() >= 0 : number.compareTo(min) >= 0))
                && (max == null || number.compareTo(max) <= 0);
    }

    /** The same of a number without its point. */
    boolean holds(long unscaled, int scale) {
        if (whole && scale == 0) {
            return unscaled >= least && unscaled <= most;
        }
        return max == null && min != null && min.signum() == 0
                ? unscaled >= 0
                : holds(BigDecimal.valueOf(unscaled, scale));
    }
}
