package dev.steelyard.engine.unit;

import java.math.BigDecimal;

/**
 * An exact sum with as many decimals as the number that has most of them, as adding {@code BigDecimal}s gives it: a long as long as
 * it fits. Many of them side by side are {@link Sums}; what is summed in one place for a whole file is an {@link ExactSum}.
 *
 * <p>Not for several threads.
 */
public final class Sum {

    static final byte NO_SCALE = -1;

    private static final int LONGEST = 18;
    private static final long[] POWERS = new long[LONGEST + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private long units;

    /** The decimals of the units; −1 where there are none yet. */
    private byte scale = NO_SCALE;

    /** What does not fit; null where everything does. */
    private BigDecimal rest;

    /** Of nothing. */
    public Sum() {}

    Sum(long units, byte scale, BigDecimal rest) {
        this.units = units;
        this.scale = scale;
        this.rest = rest;
    }

    long units() {
        return units;
    }

    byte scale() {
        return scale;
    }

    BigDecimal rest() {
        return rest;
    }

    /** Adds a number, exact whatever its size and decimals. */
    public void add(BigDecimal value) {
        if (value.scale() >= 0 && value.scale() < ExactSum.SCALES && value.precision() <= LONGEST) {
            add(value.scale() == 0 ? value.longValue() : value.unscaledValue().longValue(), value.scale());
        } else {
            rest = rest == null ? value : rest.add(value);
        }
    }

    /**
     * Adds a number that is no {@code BigDecimal} yet.
     *
     * @param decimals from 0 to 18
     */
    public void add(long unscaled, int decimals) {
        if (decimals == scale) {
            addUnits(unscaled);
        } else if (decimals < scale) {
            long factor = POWERS[scale - decimals];
            if (fits(unscaled, factor)) {
                addUnits(unscaled * factor);
            } else {
                spill(BigDecimal.valueOf(unscaled, decimals));
            }
        } else {
            long factor = scale < 0 ? 1 : POWERS[decimals - scale];
            if (!fits(units, factor)) {
                spill(BigDecimal.valueOf(units, scale));
                units = 0;
            }
            units *= factor;
            scale = (byte) decimals;
            addUnits(unscaled);
        }
    }

    private void addUnits(long more) {
        long sum = units + more;
        if (((units ^ sum) & (more ^ sum)) < 0) {
            spill(BigDecimal.valueOf(units, scale));
            sum = more;
        }
        units = sum;
    }

    private static boolean fits(long number, long factor) {
        return Math.multiplyHigh(number, factor) == number * factor >> 63;
    }

    private void spill(BigDecimal value) {
        rest = rest == null ? value : rest.add(value);
    }

    /** The sum; of nothing 0. */
    public BigDecimal total() {
        if (scale < 0) {
            return rest == null ? BigDecimal.ZERO : rest;
        }
        BigDecimal sum = BigDecimal.valueOf(units, scale);
        return rest == null ? sum : rest.add(sum);
    }
}
