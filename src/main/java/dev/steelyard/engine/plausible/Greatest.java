package dev.steelyard.engine.plausible;

import java.math.BigDecimal;

/**
 * The greatest of the numbers that were added, at least one; as a long, like most numbers, where it fits.
 *
 * <p>Not for several threads.
 */
final class Greatest {

    private BigDecimal wide;
    private boolean any;
    private long unscaled;
    private int scale;

    void add(BigDecimal number) {
        wide = wide == null ? number : wide.max(number);
    }

    void add(long number, int decimals) {
        if (!any || (decimals == scale ? number > unscaled : isAbove(number, decimals))) {
            any = true;
            unscaled = number;
            scale = decimals;
        }
    }

    private boolean isAbove(long number, int decimals) {
        return BigDecimal.valueOf(number, decimals).compareTo(BigDecimal.valueOf(unscaled, scale)) > 0;
    }

    /** Without zeros at its end, so that it is the same whoever added. */
    BigDecimal value() {
        BigDecimal narrow = any ? BigDecimal.valueOf(unscaled, scale) : wide;
        BigDecimal most = wide == null ? narrow : narrow.max(wide);
        BigDecimal plain = most.signum() == 0 ? BigDecimal.ZERO : most.stripTrailingZeros();
        return plain.setScale(Math.max(0, plain.scale()));
    }
}
