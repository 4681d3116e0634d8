package dev.steelyard.engine.measure;

import java.util.Arrays;

/**
 * Rows counted by place and group, where the parts of groups have few values: an int each, side by side, found without a look for a
 * key. Groups beyond those that have room here are counted elsewhere.
 */
final class RowCounts {

    /** A group has no column. */
    static final int NONE = -1;

    /** Of how many parts groups may be. */
    static final int MOST_PARTS = 2;

    /** How many numbers a single part may have, or two parts together. */
    private static final int MOST_NUMBERS = 1 << 12;

    private static final int BITS_OF_TWO = 6;

    /** So many counts stay where they are fast. */
    private static final int MOST_COUNTS = 1 << 20;

    private final int places;
    private final boolean areTwo;

    /** The parts' numbers side by side → the group's column + 1; 0 where nobody has asked. */
    private final short[] columns = new short[MOST_NUMBERS];

    private String[] texts = new String[8];
    private long[] groups = new long[8];
    private int size;

    /** The counts of a place's groups side by side, for a power of two of groups. */
    private int[] counts;

    private int shift = 3;

    /**
     * @param places how many there are
     * @param parts of a group, one or two
     */
    RowCounts(int places, int parts) {
        this.places = places;
        this.areTwo = parts == 2;
        this.counts = new int[places << shift];
    }

    /** The column of a group by its parts' numbers side by side; {@link #NONE} where it has none yet. */
    int column(long group) {
        int number = number(group);
        return number == NONE ? NONE : columns[number] - 1;
    }

    private int number(long group) {
        if (areTwo) {
            long high = group >>> Ids.BITS;
            long low = group & (1L << Ids.BITS) - 1;
            return (high | low) >>> BITS_OF_TWO == 0 ? (int) (high << BITS_OF_TWO | low) : NONE;
        }
        return group < MOST_NUMBERS ? (int) group : NONE;
    }

    /** Whether a group that has no column can have one. */
    boolean hasRoom(long group) {
        return number(group) != NONE && (size < 1 << shift || (long) places << shift + 1 <= MOST_COUNTS);
    }

    /** The column of a group for which there is room, from now on. */
    int add(long group, String text) {
        if (size == 1 << shift) {
            widen();
        }
        texts[size] = text;
        groups[size] = group;
        columns[number(group)] = (short) ++size;
        return size - 1;
    }

    private void widen() {
        int[] wider = new int[places << shift + 1];
        for (int place = 0; place < places; place++) {
            System.arraycopy(counts, place << shift, wider, place << shift + 1, size);
        }
        counts = wider;
        shift++;
        texts = Arrays.copyOf(texts, 1 << shift);
        groups = Arrays.copyOf(groups, 1 << shift);
    }

    /** Counts one more row. */
    void count(int place, int column) {
        counts[(place << shift) + column]++;
    }

    /** Takes what was counted. */
    @FunctionalInterface
    interface Visitor {
        /** Told of a group that has rows at a place. */
        void group(int place, long group, String text, int rows);
    }

    /** Shows every count. */
    void forEach(Visitor visitor) {
        for (int at = 0; at < places << shift; at++) {
            if (counts[at] > 0) {
                int column = at & (1 << shift) - 1;
                visitor.group(at >>> shift, groups[column], texts[column], counts[at]);
            }
        }
    }
}
