package dev.steelyard.input.sheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a workbook as it unpacks, counted before the parser sees it: how much there is, how much more than in the zip, and
 * how long one piece of markup is. A parser holds a comment, a tag or a processing instruction whole in memory, and gigabytes
 * of them deflate to nothing.
 */
public final class PartStream extends FilterInputStream {

    /** Least packed ÷ unpacked size of a part; a genuine sheet of equal rows comes near it. */
    static final String RATIO = "steelyard.xlsx.min-inflate-ratio";

    /** Most unpacked bytes of a part. */
    static final String ENTRY = "steelyard.xlsx.max-entry-bytes";

    /** Most bytes of one tag, comment, processing instruction or text between them. */
    public static final String MARKUP = "steelyard.xlsx.max-markup-bytes";

    private static final BigDecimal LEAST_RATIO = new BigDecimal(System.getProperty(RATIO, "0.002"));
    private static final long MOST_PER_PACKED_BYTE =
            BigDecimal.ONE.divide(LEAST_RATIO, 0, RoundingMode.CEILING).longValueExact();
    private static final long MOST_BYTES = Long.getLong(ENTRY, 1L << 30);
    private static final long MOST_MARKUP = Long.getLong(MARKUP, 1L << 20);
    private static final int MOST_DEPTH = 200;
    /** Below this the ratio says nothing. */
    private static final long SMALL = 1L << 20;

    /** The part is beyond a limit. */
    static final class Beyond extends IOException {
        private static final long serialVersionUID = 1L;
        final String setting;
        final String limit;

        Beyond(String setting, String limit) {
            super(setting + " = " + limit);
            this.setting = setting;
            this.limit = limit;
        }
    }

    private enum In {
        TEXT,
        OPENED,
        EXCLAIMED,
        START_TAG,
        END_TAG,
        COMMENT,
        INSTRUCTION,
        CDATA
    }

    private final long packed;
    private final long most;
    private long bytes;
    private In in = In.TEXT;
    private long length;
    private int previous;
    private int beforePrevious;
    private int quote;
    private int depth;
    /** Bytes of a character: 2 in UTF-16, told by the first two bytes. */
    private int unit;

    private int half = -1;
    private boolean bigEndian;

    /** @param packed its bytes in the zip */
    PartStream(InputStream part, long packed) {
        this(part, packed, MOST_BYTES);
    }

    /** @param most unpacked bytes, of a part that is small in every workbook */
    PartStream(InputStream part, long packed, long most) {
        super(part);
        this.packed = packed;
        this.most = Math.min(most, MOST_BYTES);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        bytes += Math.max(0, count);
        if (bytes > most) {
            throw new Beyond(ENTRY, Long.toString(most));
        }
        if (bytes > SMALL && bytes / MOST_PER_PACKED_BYTE > packed) {
            throw new Beyond(RATIO, LEAST_RATIO.toPlainString());
        }
        for (int i = from; i < from + count; i++) {
            take(into[i] & 0xFF);
        }
        return count;
    }

    private void take(int b) throws Beyond {
        if (unit == 1) {
            see(b);
        } else if (half < 0) {
            half = b;
        } else {
            int first = half;
            half = -1;
            if (unit == 0) {
                bigEndian = first == 0xFE && b == 0xFF || first == 0;
                unit = bigEndian || first == 0xFF && b == 0xFE || b == 0 ? 2 : 1;
                if (unit == 1) {
                    see(first);
                    see(b);
                    return;
                }
            }
            see(bigEndian ? first << 8 | b : b << 8 | first);
        }
    }

    private void see(int c) throws Beyond {
        if (in == In.TEXT) {
            if (c == '<') {
                in = In.OPENED;
                length = 0;
            } else {
                grow();
            }
            return;
        }
        switch (in) {
            case OPENED -> {
                in = c == '!' ? In.EXCLAIMED : c == '?' ? In.INSTRUCTION : c == '/' ? In.END_TAG : In.START_TAG;
                quote = 0;
                previous = 0;
                beforePrevious = 0;
            }
            case EXCLAIMED -> {
                // A document type is read like a tag here, and refused by the parser.
                in = c == '-' ? In.COMMENT : c == '[' ? In.CDATA : In.END_TAG;
                previous = 0;
                beforePrevious = 0;
            }
            case START_TAG -> tag(c);
            case END_TAG -> {
                if (c == '>') {
                    in = In.TEXT;
                    depth--;
                }
            }
            case COMMENT -> endAt(c, '-', '-');
            case INSTRUCTION -> endAt(c, -1, '?');
            case CDATA -> {
                endAt(c, ']', ']');
                length = 0; // given on in pieces
            }
            case TEXT -> throw new IllegalStateException("handled above");
        }
        if (in == In.TEXT) {
            length = 0;
        } else {
            grow();
        }
    }

    private void grow() throws Beyond {
        if (++length > MOST_MARKUP) {
            throw new Beyond(MARKUP, Long.toString(MOST_MARKUP));
        }
    }

    private void tag(int c) throws Beyond {
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            in = In.TEXT;
            depth += previous == '/' ? 0 : 1;
            if (depth > MOST_DEPTH) {
                throw new Beyond("steelyard.xlsx.max-depth", Integer.toString(MOST_DEPTH));
            }
        }
        previous = c;
    }

    private void endAt(int c, int first, int second) {
        if (c == '>' && previous == second && (first < 0 || beforePrevious == first)) {
            in = In.TEXT;
        }
        beforePrevious = previous;
        previous = c;
    }
}
