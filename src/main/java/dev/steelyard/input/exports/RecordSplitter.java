package dev.steelyard.input.exports;

import dev.steelyard.input.sheets.Mark;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Cuts delimited text into records, on bytes: in UTF-8 and GB18030 neither quotes, delimiters nor line ends occur inside a
 * character. A quote opens a quoted field only at a field's start; LF, CR LF and a lone CR end a line.
 *
 * <p>A record that cannot be right is set apart, and only its first physical line, so that an unmatched quote never
 * swallows the rows after it. What is cut depends only on the bytes from the record's start on, never on where reading
 * began or how it was buffered.
 */
final class RecordSplitter implements Closeable {

    /** A quoted field may hold line feeds, but a record of more lines than this has lost a quote (architecture.md 2). */
    static final int MOST_LINES = 20;

    /** No real record is longer; a bound on memory. */
    static final int MOST_BYTES = 1 << 20;

    private static final int MORE = -1;

    /** A byte above the quote, and the highest bit, of eight bytes: a byte is not above the quote where taking one from the other borrows. */
    private static final long ABOVE_QUOTE = 0x2323232323232323L;

    private static final long HIGHEST_BITS = 0x8080808080808080L;

    /** What the cutting says of a record. */
    enum Verdict {
        WHOLE,
        /** Text after a closing quote, or a quote that the end of the file leaves open. */
        BROKEN,
        /** Over {@link #MOST_LINES}. */
        TOO_LONG,
        /** Over {@link #MOST_BYTES}. */
        TOO_BIG
    }

    private final FileChannel channel;
    private final byte delimiter;
    private byte[] buffer;
    private long base;
    private int at;
    private int limit;
    private boolean atEnd;
    private long record;
    private long line;

    private int blockStart;
    private int count;
    private int[] ends = new int[1024];
    private long[] lines = new long[1024];
    private boolean[] inner = new boolean[1024];
    private boolean innerQuote;
    private Verdict verdict = Verdict.WHOLE;
    private byte[] apart = {};
    private int recordLines;
    private int stop;
    private boolean last;

    RecordSplitter(Path file, Mark from, char delimiter, int block) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.delimiter = (byte) delimiter;
        this.buffer = new byte[2 * block];
        this.base = from.offset();
        this.record = from.record();
        this.line = from.line();
    }

    /** Where the next record begins. */
    Mark mark() {
        return new Mark(record, line, base + at);
    }

    /**
     * Cuts a run of whole records, and at most one that is set apart after them.
     *
     * @param until no record at or after this offset is cut
     * @param size about how many bytes the run should have
     * @return whether there was any
     */
    boolean next(long until, int size) throws IOException {
        count = 0;
        verdict = Verdict.WHOLE;
        blockStart = at;
        while (base + at < until && (count == 0 || at - blockStart < size)) {
            int end = cutRecord();
            if (end < 0) {
                break;
            }
            if (verdict == Verdict.TOO_BIG && count > 0) {
                verdict = Verdict.WHOLE; // set apart in the next run, when nothing else is held
                break;
            }
            if (verdict != Verdict.WHOLE) {
                setApart(end);
                break;
            }
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, 2 * count);
                lines = Arrays.copyOf(lines, 2 * count);
                inner = Arrays.copyOf(inner, 2 * count);
            }
            inner[count] = innerQuote;
            ends[count] = end - blockStart;
            lines[count++] = line;
            at = end;
            record++;
            line += recordLines;
        }
        return count > 0 || verdict != Verdict.WHOLE;
    }

    /** Whole records in the run. */
    int count() {
        return count;
    }

    ByteBuffer bytes(int first, int last) {
        return ByteBuffer.wrap(buffer, blockStart + start(first), start(last) - start(first));
    }

    /** What holds the run's bytes, until the next. */
    byte[] buffer() {
        return buffer;
    }

    /** Where the record begins in the {@link #buffer}; of {@link #count()} where the run ends. */
    int from(int index) {
        return blockStart + start(index);
    }

    /** The physical line at which the record begins. */
    long line(int index) {
        return lines[index];
    }

    /** Whether a quote stands within a field of the record that has none at its start. */
    boolean hasInnerQuote(int index) {
        return inner[index];
    }

    /** The file offset at which the record begins; of {@link #count()} that of the run's end. */
    long offset(int index) {
        return base + blockStart + start(index);
    }

    /** What is wrong with the record after the run; {@code WHOLE} where there is none. */
    Verdict verdict() {
        return verdict;
    }

    /** The bytes of the line set apart; of a very long one the first. */
    ByteBuffer apart() {
        return ByteBuffer.wrap(apart);
    }

    long apartLine() {
        return line - recordLines;
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    private void setApart(int end) throws IOException {
        apart = Arrays.copyOfRange(buffer, at, verdict == Verdict.TOO_BIG ? at + 1024 : end);
        record++;
        line += recordLines;
        at = end;
        if (verdict == Verdict.TOO_BIG) {
            skipLine();
        }
    }

    /** The index after the record at {@link #at}; −1 at the end of the file. */
    private int cutRecord() throws IOException {
        while (true) {
            if (at < limit) {
                int end = cut();
                if (end != MORE) {
                    return end;
                }
            } else if (atEnd) {
                return -1;
            }
            refill();
        }
    }

    /** The first byte that a quote, a line end, a blank or a control character may be; others are passed over eight at a time. */
    private static int telling(byte[] bytes, int from, int stop) {
        int i = from;
        for (; i + Long.BYTES <= stop; i += Long.BYTES) {
            long word = (long) Utf8.LONGS.get(bytes, i);
            long low = word - ABOVE_QUOTE & ~word & HIGHEST_BITS;
            if (low != 0) {
                return i + (Long.numberOfTrailingZeros(low) >>> 3);
            }
        }
        while (i < stop && (bytes[i] > '"' || bytes[i] < 0)) {
            i++;
        }
        return i;
    }

    private int cut() {
        byte[] bytes = buffer;
        int firstEnd = -1;
        recordLines = 0;
        innerQuote = false;
        verdict = Verdict.WHOLE;
        stop = Math.min(limit, at + MOST_BYTES);
        last = atEnd && stop == limit;
        for (int i = telling(bytes, at, stop); i < stop; i = telling(bytes, i + 1, stop)) {
            byte b = bytes[i];
            if (b == '\n' || b == '\r') {
                int end = lineEnd(i);
                recordLines++;
                return bounded(end, firstEnd);
            }
            if (b != '"') {
                continue;
            }
            if (i > at && bytes[i - 1] != delimiter) {
                innerQuote = true;
                continue;
            }
            // A quoted field: to its closing quote.
            int j = i + 1;
            while (j < stop) {
                byte q = bytes[j];
                if (q == '"') {
                    if (j + 1 == stop && !last) {
                        return bounded(MORE, firstEnd);
                    }
                    if (j + 1 == stop || bytes[j + 1] != '"') {
                        break;
                    }
                    j += 2;
                } else if (q == '\n' || q == '\r') {
                    j = lineEnd(j);
                    if (j == MORE) {
                        return bounded(MORE, firstEnd);
                    }
                    firstEnd = firstEnd < 0 ? j : firstEnd;
                    if (++recordLines == MOST_LINES) {
                        return apart(Verdict.TOO_LONG, firstEnd);
                    }
                } else {
                    j++;
                }
            }
            if (j >= stop) {
                if (!last) {
                    return bounded(MORE, firstEnd);
                }
                return apart(Verdict.BROKEN, firstEnd < 0 ? stop : firstEnd);
            }
            j++;
            while (j < stop && (bytes[j] == ' ' || bytes[j] == '\t') && bytes[j] != delimiter) {
                j++;
            }
            if (j == stop && !last) {
                return bounded(MORE, firstEnd);
            }
            if (j < stop && bytes[j] != delimiter && bytes[j] != '\n' && bytes[j] != '\r') {
                verdict = Verdict.BROKEN;
                if (firstEnd >= 0) {
                    return apart(Verdict.BROKEN, firstEnd);
                }
                return brokenLine(j);
            }
            i = j - 1;
        }
        return bounded(last ? stop : MORE, firstEnd);
    }

    /** The end of the line whose quotes are broken. */
    private int brokenLine(int from) {
        for (int i = from; i < stop; i++) {
            if (buffer[i] == '\n' || buffer[i] == '\r') {
                int end = lineEnd(i);
                return end == MORE ? bounded(MORE, -1) : apart(Verdict.BROKEN, end);
            }
        }
        return last ? apart(Verdict.BROKEN, stop) : bounded(MORE, -1);
    }

    private int lineEnd(int i) {
        if (buffer[i] == '\n') {
            return i + 1;
        }
        if (i + 1 == stop) {
            return last ? stop : MORE;
        }
        return buffer[i + 1] == '\n' ? i + 2 : i + 1;
    }

    /** Only the first physical line of a record that cannot be right. */
    private int apart(Verdict why, int end) {
        verdict = why;
        recordLines = 1;
        return end;
    }

    /** The same cut; but where no end is in sight the record may be too big to be one. */
    private int bounded(int end, int firstEnd) {
        if (end != MORE || stop - at < MOST_BYTES || stop == limit && !atEnd) {
            return end;
        }
        recordLines = 1;
        verdict = firstEnd < 0 ? Verdict.TOO_BIG : Verdict.TOO_LONG;
        return firstEnd < 0 ? stop : firstEnd;
    }

    /** Passes over the rest of a line that is too big. */
    private void skipLine() throws IOException {
        while (true) {
            stop = limit;
            last = atEnd;
            while (at < limit && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            int end = at < limit ? lineEnd(at) : MORE;
            if (end != MORE) {
                at = end;
                return;
            }
            if (atEnd) {
                return;
            }
            blockStart = at;
            refill();
        }
    }

    private void refill() throws IOException {
        if (blockStart > 0) {
            System.arraycopy(buffer, blockStart, buffer, 0, limit - blockStart);
            base += blockStart;
            at -= blockStart;
            limit -= blockStart;
            blockStart = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * limit);
        }
        int read = channel.read(ByteBuffer.wrap(buffer, limit, buffer.length - limit), base + limit);
        if (read < 0) {
            atEnd = true;
        } else {
            limit += read;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
