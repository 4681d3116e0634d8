package dev.steelyard.input.spelling;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Numbers the spellings of a column by their bytes, from 0 in the order in which they come, so that each is read once. Numbers only so
 * many, and gives up where they hardly repeat. A spelling found is equal to the last byte.
 *
 * <p>Not for several threads.
 */
public final class Spellings {

    /** How many spellings of an id are remembered. */
    public static final int MANY = 1 << 16;

    /** How many of what is no id. */
    public static final int FEW = 1 << 12;

    /** What is not numbered. */
    public static final int NONE = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** How many bytes → the bits of so many. */
    private static final long[] FIRST = new long[Long.BYTES + 1];

    static {
        for (int i = 1; i < FIRST.length; i++) {
            FIRST[i] = FIRST[i - 1] << 8 | 0xFF;
        }
    }

    private static final int SHORT = 2 * Long.BYTES;
    private static final int LONGEST = 64;
    private static final int FEWEST = 64;

    /** A place is three longs: the first sixteen bytes, then length and number + 1; 0 there where it is free. */
    private static final int PLACE = 3;

    private final int most;
    private long[] table = new long[PLACE * FEWEST];

    /** Spellings longer than sixteen bytes, by number. */
    private byte[][] longs = {};

    private int size;
    private long found;
    private long missed;
    private long first;
    private long second;
    private int free;

    public Spellings(int most) {
        this.most = most;
    }

    /** The number of the bytes; {@link #NONE} where they are not known, and may be {@linkplain #keep kept}. */
    public int find(byte[] bytes, int from, int to) {
        int length = to - from;
        if (table == null || length > LONGEST) {
            free = -1;
            return NONE;
        }
        first = word(bytes, from, length);
        second = length <= Long.BYTES ? 0 : word(bytes, from + Long.BYTES, length - Long.BYTES);
        int mask = table.length / PLACE - 1;
        int at = place(first, second, length, mask);
        for (long held = table[PLACE * at + 2]; held != 0; held = table[PLACE * at + 2]) {
            if (table[PLACE * at] == first && table[PLACE * at + 1] == second && (int) (held >>> 32) == length) {
                int number = (int) held - 1;
                if (length <= SHORT || isLong(number, bytes, from, to)) {
                    found++;
                    return number;
                }
            }
            at = at + 1 & mask;
        }
        free = at;
        missed++;
        return NONE;
    }

    /**
     * Numbers many at once: what {@link #find} gives, without keeping it in mind.
     *
     * @param without cells that are passed over
     * @param numbers takes the number of each cell
     */
    public void find(byte[] bytes, int[] from, int[] to, int count, boolean[] without, int[] numbers) {
        long[] known = table;
        int mask = known == null ? 0 : known.length / PLACE - 1;
        int lately = -1;
        long firstLately = 0;
        long secondLately = 0;
        int number = NONE;
        for (int i = 0; i < count; i++) {
            if (without[i]) {
                continue;
            }
            int start = from[i];
            int length = to[i] - start;
            if (known == null || length > SHORT) {
                numbers[i] = find(bytes, start, to[i]);
                continue;
            }
            long one = word(bytes, start, length);
            long two = length <= Long.BYTES ? 0 : word(bytes, start + Long.BYTES, length - Long.BYTES);
            if (one != firstLately || length != lately || two != secondLately) {
                firstLately = one;
                secondLately = two;
                lately = length;
                number = number(known, mask, one, two, length);
            }
            found += number < 0 ? 0 : 1;
            numbers[i] = number;
        }
    }

    private static int number(long[] table, int mask, long one, long two, int length) {
        int at = PLACE * place(one, two, length, mask);
        for (long held = table[at + 2]; held != 0; held = table[at + 2]) {
            if (table[at] == one && table[at + 1] == two && (int) (held >>> 32) == length) {
                return (int) held - 1;
            }
            at += PLACE;
            at = at == table.length ? 0 : at;
        }
        return NONE;
    }

    private boolean isLong(int number, byte[] bytes, int from, int to) {
        return Arrays.equals(longs[number], 0, to - from, bytes, from, to);
    }

    /** Numbers the bytes that were asked for last and not found; {@link #NONE} where they are too many. */
    public int keep(byte[] bytes, int from, int to) {
        if (free < 0) {
            return NONE;
        }
        if (size == most) {
            if (missed > found) {
                table = null;
                longs = null;
            }
            return NONE;
        }
        if (to - from > SHORT) {
            if (size >= longs.length) {
                longs = Arrays.copyOf(longs, Math.max(2 * longs.length, size + FEWEST));
            }
            longs[size] = Arrays.copyOfRange(bytes, from, to);
        }
        put(table, free, first, second, (long) (to - from) << 32 | ++size);
        if (2 * PLACE * size > table.length) {
            grow();
        }
        return size - 1;
    }

    private static void put(long[] into, int at, long first, long second, long held) {
        into[PLACE * at] = first;
        into[PLACE * at + 1] = second;
        into[PLACE * at + 2] = held;
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        int mask = table.length / PLACE - 1;
        for (int i = 0; i < old.length; i += PLACE) {
            if (old[i + 2] != 0) {
                int at = place(old[i], old[i + 1], (int) (old[i + 2] >>> 32), mask);
                while (table[PLACE * at + 2] != 0) {
                    at = at + 1 & mask;
                }
                put(table, at, old[i], old[i + 1], old[i + 2]);
            }
        }
    }

    /** Up to eight bytes as a number. */
    private static long word(byte[] bytes, int from, int length) {
        return from + Long.BYTES <= bytes.length
                ? (long) LONGS.get(bytes, from) & FIRST[Math.min(length, Long.BYTES)]
                : last(bytes, from, length);
    }

    /** The same near the end of the bytes. */
    private static long last(byte[] bytes, int from, int length) {
        long word = 0;
        for (int i = Math.min(length, Long.BYTES) - 1; i >= 0; i--) {
            word = word << 8 | bytes[from + i] & 0xFF;
        }
        return word;
    }

    private static int place(long first, long second, int length, int mask) {
        long hash = (first ^ second * 0x9E3779B97F4A7C15L ^ length) * 0xBF58476D1CE4E5B9L;
        return (int) (hash >>> 32 ^ hash >>> 52) & mask;
    }
}
