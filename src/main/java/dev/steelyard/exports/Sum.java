package dev.steelyard.exports;

import java.math.BigDecimal;

/** An exact sum of a number column: a long for each number of decimals, and a decimal for what does not fit. */
final class Sum {

    private final long[] byScale = new long[8];
    private BigDecimal rest = BigDecimal.ZERO;

    void add(BigDecimal value, long unscaled, int scale) {
        if (scale < 0 || scale >= byScale.length) {
            rest = rest.add(value);
            return;
        }
        long before = byScale[scale];
        long after = before + unscaled;
        if (((before ^ after) & (unscaled ^ after)) < 0) {
            rest = rest.add(BigDecimal.valueOf(before, scale));
            after = unscaled;
        }
        byScale[scale] = after;
    }

    BigDecimal total() {
        BigDecimal total = rest;
        for (int scale = 0; scale < byScale.length; scale++) {
            total = byScale[scale] == 0 ? total : total.add(BigDecimal.valueOf(byScale[scale], scale));
        }
        return total;
    }
}
