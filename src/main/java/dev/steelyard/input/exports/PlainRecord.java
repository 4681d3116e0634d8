package dev.steelyard.input.exports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A record whose cells stand in the bytes as they are: without quotes, or quoted whole with no quote inside. Most are; every other one is
 * Commons CSV's. Filled anew for each record, by one thread.
 */
final class PlainRecord implements RawCells {

    private final byte delimiter;
    private final Charset charset;
    private byte[] bytes = {};
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int count;

    PlainRecord(char delimiter, Charset charset) {
        this.delimiter = (byte) delimiter;
        this.charset = charset;
    }

    /**
     * Cuts a record into cells.
     *
     * @param first of its bytes
     * @param end after its bytes, its line end included
     * @return whether it is plain
     */
    boolean cut(byte[] of, int first, int end) {
        bytes = of;
        count = 0;
        int stop = end;
        stop -= stop > first && of[stop - 1] == '\n' ? 1 : 0;
        stop -= stop > first && of[stop - 1] == '\r' ? 1 : 0;
        int at = first;
        while (true) {
            if (count == from.length) {
                from = Arrays.copyOf(from, 2 * count);
                to = Arrays.copyOf(to, 2 * count);
            }
            boolean quoted = at < stop && of[at] == '"';
            int last = quoted ? closing(at + 1, stop) : delimiterFrom(at, stop);
            if (last < 0) {
                return false;
            }
            from[count] = quoted ? at + 1 : at;
            to[count++] = last;
            at = quoted ? last + 1 : last;
            if (at == stop) {
                return true;
            }
            at++;
        }
    }

    private int delimiterFrom(int start, int stop) {
        int at = start;
        while (at < stop && bytes[at] != delimiter) {
            at++;
        }
        return at;
    }

    /** The closing quote, where nothing stands between it and the next cell; else −1. */
    private int closing(int start, int stop) {
        int at = start;
        while (at < stop && bytes[at] != '"') {
            at++;
        }
        return at == stop || at + 1 < stop && bytes[at + 1] != delimiter ? -1 : at;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int position) {
        return from[position];
    }

    int to(int position) {
        return to[position];
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Object value(Cells column, int position) {
        return column.plain().value(this, position);
    }

    String text(int position) {
        return text(position, to[position]);
    }

    /** The cell's text up to a place within it. */
    String text(int position, int end) {
        return new String(bytes, from[position], end - from[position], charset);
    }

    /** The same of a cell of which all bytes are known to be ASCII. */
    String ascii(int position) {
        return new String(bytes, from[position], to[position] - from[position], StandardCharsets.ISO_8859_1);
    }

    @Override
    public Object[] cells() {
        Object[] texts = new Object[count];
        for (int i = 0; i < count; i++) {
            texts[i] = text(i);
        }
        return texts;
    }
}
