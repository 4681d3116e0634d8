package dev.steelyard.engine.unit;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Exact {@linkplain Sum sums} side by side, each with as many decimals as its own numbers have: nine bytes a sum, where an object a
 * sum weighs five times as much.
 *
 * <p>Not for several threads.
 */
public final class Sums {

    private long[] units;
    private byte[] scales;

    /** What does not fit; null while everything does. */
    private BigDecimal[] rests;

    /** @param count how many there are, of nothing yet */
    public Sums(int count) {
        units = new long[count];
        scales = new byte[count];
        Arrays.fill(scales, Sum.NO_SCALE);
    }

    /** How many there are. */
    public int size() {
        return units.length;
    }

    /**
     * Makes room for some that hold nothing yet.
     *
     * @param at where the first of them stands
     * @param used how many are in use; what stands behind them is dropped
     * @param capacity how many there is room for then, at least {@code used + count}
     */
    public void insert(int at, int count, int used, int capacity) {
        long[] longer = capacity == units.length ? units : Arrays.copyOf(units, capacity);
        System.arraycopy(units, at, longer, at + count, used - at);
        Arrays.fill(longer, at, at + count, 0);
        units = longer;
        byte[] wider = capacity == scales.length ? scales : Arrays.copyOf(scales, capacity);
        System.arraycopy(scales, at, wider, at + count, used - at);
        Arrays.fill(wider, at, at + count, Sum.NO_SCALE);
        scales = wider;
        if (rests != null) {
            BigDecimal[] more = Arrays.copyOf(rests, capacity);
            System.arraycopy(rests, at, more, at + count, used - at);
            Arrays.fill(more, at, at + count, null);
            rests = more;
        }
    }

    /** Adds a number to a sum, exact whatever its size and decimals. */
    public void add(int at, BigDecimal value) {
        Sum sum = sum(at);
        sum.add(value);
        put(at, sum);
    }

    /**
     * The same of a number that is no {@code BigDecimal} yet.
     *
     * @param decimals from 0 to 18
     */
    public void add(int at, long unscaled, int decimals) {
        long sum = units[at] + unscaled;
        if (decimals == scales[at] && ((units[at] ^ sum) & (unscaled ^ sum)) >= 0) {
            units[at] = sum;
        } else {
            Sum slowly = sum(at);
            slowly.add(unscaled, decimals);
            put(at, slowly);
        }
    }

    /** Adds one of other sums. */
    public void add(int at, Sums others, int from) {
        if (others.scales[from] == Sum.NO_SCALE || others.rests != null && others.rests[from] != null) {
            add(at, others.total(from));
        } else {
            add(at, others.units[from], others.scales[from]);
        }
    }

    /** A sum; of nothing 0. */
    public BigDecimal total(int at) {
        return isPlain(at) ? BigDecimal.valueOf(units[at], scales[at]) : sum(at).total();
    }

    /** Whether a sum is its {@linkplain #units units} alone. */
    public boolean isPlain(int at) {
        return scales[at] != Sum.NO_SCALE && (rests == null || rests[at] == null);
    }

    /** A plain sum without its point. */
    public long units(int at) {
        return units[at];
    }

    /** The decimals of a plain sum. */
    public int scale(int at) {
        return scales[at];
    }

    private Sum sum(int at) {
        return new Sum(units[at], scales[at], rests == null ? null : rests[at]);
    }

    private void put(int at, Sum sum) {
        units[at] = sum.units();
        scales[at] = sum.scale();
        if (sum.rest() != null) {
            rests = rests == null ? new BigDecimal[units.length] : rests;
            rests[at] = sum.rest();
        }
    }
}
