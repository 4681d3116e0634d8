package dev.steelyard.engine.measure;

/**
 * Sums of longs side by side in one array, found by a place alone, or by a key and a place: what is added to again and again lies together. The decimals of
 * the sums are kept as {@link dev.steelyard.engine.unit.Sum} keeps them; what does not fit is refused and goes where any number fits.
 */
final class Slots {

    /** How many sums a slot may have: the decimals of each are a byte of one long. */
    static final int MOST_SUMS = Long.BYTES;

    /** A slot begins with the decimals of its sums; one found by a key has key and place before them. */
    private static final int KEY = 0;

    private static final int PLACE = 1;
    private static final int KEYED = 2;
    private static final int FEWEST = 64;
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private final int scales;
    private final int stride;
    private long[] table;
    private int mask;
    private int size;

    private Slots(int scales, int sums, int slots) {
        this.scales = scales;
        this.stride = scales + 1 + sums;
        this.table = new long[slots * stride];
        this.mask = slots - 1;
    }

    /** @param sums how many a slot has */
    static Slots keyed(int sums) {
        return new Slots(KEYED, sums, FEWEST);
    }

    /**
     * A slot for each place, there from the beginning.
     *
     * @param places how many there are
     */
    static Slots byPlace(int places, int sums) {
        return new Slots(0, sums, places);
    }

    /** Where the slot of a place is that has no key. */
    int at(int place) {
        return place * stride;
    }

    /** Where the slot of a key at a place is; made if need be. */
    int find(long key, int place) {
        long[] of = table;
        long held = place + 1L;
        long hash = (key * 0x9E3779B97F4A7C15L ^ place) * 0xBF58476D1CE4E5B9L;
        int at = ((int) (hash >>> 32) & mask) * stride;
        for (long there = of[at + PLACE]; there != 0; there = of[at + PLACE]) {
            if (there == held && of[at + KEY] == key) {
                return at;
            }
            at += stride;
            at = at == of.length ? 0 : at;
        }
        if (3 * (size + 1) > 2 * (mask + 1)) {
            grow();
            return find(key, place);
        }
        size++;
        of[at + KEY] = key;
        of[at + PLACE] = held;
        return at;
    }

    /** Whether nothing was added to a slot yet. */
    boolean isEmpty(int slot) {
        return table[slot + scales] == 0;
    }

    /** Slots with a key so far. */
    int size() {
        return size;
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        mask = 2 * mask + 1;
        size = 0;
        for (int from = 0; from < old.length; from += stride) {
            if (old[from + PLACE] != 0) {
                int at = find(old[from + KEY], (int) old[from + PLACE] - 1);
                System.arraycopy(old, from, table, at, stride);
            }
        }
    }

    /** Adds a number to a sum of a slot; false where it does not fit, and nothing is added. */
    boolean add(int slot, int sum, long unscaled, int scale) {
        long[] of = table;
        int at = slot + scales;
        if ((of[at] >>> 8 * sum & 0xFF) == scale + 1) {
            long before = of[at + 1 + sum];
            long after = before + unscaled;
            if (((before ^ after) & (unscaled ^ after)) >= 0) {
                of[at + 1 + sum] = after;
                return true;
            }
        }
        return addRescaled(slot, sum, unscaled, scale);
    }

    private boolean addRescaled(int slot, int sum, long unscaled, int scale) {
        int shift = 8 * sum;
        int known = (int) (table[slot + scales] >>> shift & 0xFF) - 1;
        long units = table[slot + scales + 1 + sum];
        long more = unscaled;
        if (known < scale) {
            long factor = known < 0 ? 1 : POWERS[scale - known];
            if (Math.multiplyHigh(units, factor) != units * factor >> 63) {
                return false;
            }
            units *= factor;
        } else if (known > scale) {
            long factor = POWERS[known - scale];
            if (Math.multiplyHigh(more, factor) != more * factor >> 63) {
                return false;
            }
            more *= factor;
        }
        long total = units + more;
        if (((units ^ total) & (more ^ total)) < 0) {
            return false;
        }
        table[slot + scales + 1 + sum] = total;
        if (known < scale) {
            table[slot + scales] = table[slot + scales] & ~(0xFFL << shift) | scale + 1L << shift;
        }
        return true;
    }

    /** Takes what a slot holds. */
    @FunctionalInterface
    interface Visitor {
        void slot(long key, int place, int slot);
    }

    void forEach(Visitor visitor) {
        for (int at = 0; at < table.length; at += stride) {
            if (scales == KEYED && table[at + PLACE] != 0) {
                visitor.slot(table[at + KEY], (int) table[at + PLACE] - 1, at);
            } else if (scales != KEYED && table[at] != 0) {
                visitor.slot(0, at / stride, at);
            }
        }
    }

    /** The decimals of a sum; −1 where nothing was added. */
    int scale(int slot, int sum) {
        return (int) (table[slot + scales] >>> 8 * sum & 0xFF) - 1;
    }

    long units(int slot, int sum) {
        return table[slot + scales + 1 + sum];
    }
}
