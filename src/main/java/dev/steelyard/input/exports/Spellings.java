package dev.steelyard.input.exports;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What the cells of a column came to, by their bytes: a spelling is read once, and gives the same object ever after. Holds only so
 * many, and gives up where they hardly repeat.
 *
 * <p>Not for several threads.
 */
final class Spellings {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** How many spellings of an id are remembered. */
    static final int MANY = 1 << 16;

    /** How many of what is no id. */
    static final int FEW = 1 << 12;

    private static final int LONGEST = 64;
    private static final int FEWEST = 64;

    private final int most;
    private byte[][] keys = new byte[FEWEST][];
    private Object[] values = new Object[FEWEST];
    private int size;
    private int found;
    private int missed;
    private int slot = -1;

    Spellings(int most) {
        this.most = most;
    }

    /** Whether the bytes are known: then {@link #value} is theirs; else they may be {@linkplain #keep kept}. */
    boolean holds(byte[] bytes, int from, int to) {
        if (keys == null || to - from > LONGEST) {
            slot = -1;
            return false;
        }
        int mask = keys.length - 1;
        int at = hash(bytes, from, to) & mask;
        for (byte[] key = keys[at]; key != null; key = keys[at]) {
            if (Arrays.equals(key, 0, key.length, bytes, from, to)) {
                slot = at;
                found++;
                return true;
            }
            at = at + 1 & mask;
        }
        slot = at;
        missed++;
        return false;
    }

    Object value() {
        return values[slot];
    }

    /** Keeps what the bytes that were asked for last came to. */
    Object keep(byte[] bytes, int from, int to, Object value) {
        if (slot < 0) {
            return value;
        }
        if (size == most) {
            if (missed > found) {
                keys = null;
                values = null;
            }
            return value;
        }
        keys[slot] = Arrays.copyOfRange(bytes, from, to);
        values[slot] = value;
        if (2 * ++size > keys.length) {
            grow();
        }
        return value;
    }

    private void grow() {
        byte[][] oldKeys = keys;
        Object[] oldValues = values;
        keys = new byte[2 * oldKeys.length][];
        values = new Object[keys.length];
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                int at = hash(oldKeys[i], 0, oldKeys[i].length) & mask;
                while (keys[at] != null) {
                    at = at + 1 & mask;
                }
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }

    private static int hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << 8 | bytes[at] & 0xFF;
        }
        hash = (hash ^ rest) * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32);
    }
}
