package dev.steelyard.engine.unit;

import java.math.BigDecimal;

/**
 * The exact sum of many decimals, never rounded: a long for each number of decimals, and a decimal for what does not fit.
 * The same numbers give the same sum in any order.
 *
 * <p>Not for several threads.
 */
public final class ExactSum {

    private static final int LONGEST = 18;

    /** So many numbers of decimals have a long of their own. */
    public static final int SCALES = 8;

    private final long[] byScale = new long[SCALES];
    private BigDecimal rest = BigDecimal.ZERO;

    /** Adds a number, exact whatever its size and decimals. */
    public void add(BigDecimal value) {
        int scale = value.scale();
        if (scale < 0 || scale >= byScale.length || value.precision() > LONGEST) {
            rest = rest.add(value);
        } else {
            add(value, value.scaleByPowerOfTen(scale).longValue(), scale);
        }
    }

    /**
     * The same, for whoever has read the number as a long already.
     *
     * @param unscaled the value without its point
     * @param scale its decimals; negative where the value does not fit a long
     */
    public void add(BigDecimal value, long unscaled, int scale) {
        if (scale < 0 || scale >= byScale.length) {
            rest = rest.add(value);
            return;
        }
        add(unscaled, scale);
    }

    /**
     * Adds a number that is no {@code BigDecimal} yet.
     *
     * @param scale its decimals; below {@link #SCALES}
     */
    public void add(long unscaled, int scale) {
        long before = byScale[scale];
        long after = before + unscaled;
        if (((before ^ after) & (unscaled ^ after)) < 0) {
            rest = rest.add(BigDecimal.valueOf(before, scale));
            after = unscaled;
        }
        byScale[scale] = after;
    }

    /** What was added so far, exact. */
    public BigDecimal total() {
        BigDecimal total = rest;
        for (int scale = 0; scale < byScale.length; scale++) {
            total = byScale[scale] == 0 ? total : total.add(BigDecimal.valueOf(byScale[scale], scale));
        }
        return total;
    }
}
