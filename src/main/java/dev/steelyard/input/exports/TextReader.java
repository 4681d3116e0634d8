package dev.steelyard.input.exports;

import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.sheets.Mark;
import dev.steelyard.input.spelling.Spelling;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Delimited text: our splitter cuts records; the cells of a {@linkplain PlainRecord plain} one are read where they stand, those of every
 * other Commons CSV parses strictly (architecture.md 2, Parsing).
 */
final class TextReader {

    private static final int BLOCK = 1 << 17;

    private final Path file;
    private final Slice slice;
    private final char delimiter;
    private final CSVFormat format;
    private final boolean open;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private CharBuffer chars = CharBuffer.allocate(0);
    private Object[] raw = new Object[64];
    private final PlainRecord plain;
    private Optional<PlainBlock> block = Optional.empty();

    TextReader(Path file, Slice slice, Slice.Text text) {
        this.file = file;
        this.slice = slice;
        this.delimiter = text.delimiter();
        this.format = format(text.delimiter());
        this.open = text.open();
        this.charset = Charset.forName(text.charset());
        this.decoder = strict(charset);
        this.plain = new PlainRecord(text.delimiter(), charset);
    }

    /** Quotes as RFC 4180 has them, nothing else of the text interpreted. */
    static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
    }

    static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    boolean read(RowMaker rows, RowSink sink) throws IOException {
        int buffered = (int)
                Math.min(BLOCK, Math.max(1 << 10, slice.end() - slice.start().offset()));
        block = rows.block();
        try (RecordSplitter splitter = new RecordSplitter(file, slice.start(), delimiter, buffered)) {
            while (!sink.stop()) {
                Mark mark = splitter.mark();
                if (!splitter.next(slice.end(), BLOCK)) {
                    return true;
                }
                sink.block(mark);
                readBlock(splitter, mark.record(), rows);
                if (splitter.verdict() != RecordSplitter.Verdict.WHOLE) {
                    rows.broken(
                            mark.record() + splitter.count(),
                            splitter.apartLine(),
                            code(splitter.verdict()),
                            withoutLineEnd(charset.decode(splitter.apart()).toString()));
                }
            }
            return false;
        }
    }

    private static ProblemCode code(RecordSplitter.Verdict verdict) {
        return switch (verdict) {
            case TOO_LONG -> ProblemCode.RECORD_TOO_LONG;
            case TOO_BIG -> ProblemCode.RECORD_TOO_BIG;
            case BROKEN, WHOLE -> ProblemCode.RECORD_BROKEN;
        };
    }

    private void readBlock(RecordSplitter splitter, long firstRecord, RowMaker rows) throws IOException {
        int count = splitter.count();
        boolean last = open && splitter.offset(count) == slice.end();
        block.ifPresent(columns -> columns.read(splitter, firstRecord));
        int begun = 0;
        for (int i = 0; i < count; i++) {
            boolean isOpen = last && i == count - 1;
            if (block.isEmpty() || isOpen || block.get().isOdd(i)) {
                if (block.isPresent()) {
                    rows.rows(block.get(), begun, i);
                }
                readRecord(splitter, i, firstRecord + i, isOpen, rows);
                begun = i + 1;
            }
        }
        if (block.isPresent()) {
            rows.rows(block.get(), begun, count);
        }
    }

    private void readRecord(RecordSplitter splitter, int i, long number, boolean isOpen, RowMaker rows)
            throws IOException {
        if (!isOpen
                && !splitter.hasInnerQuote(i)
                && plain.cut(splitter.buffer(), splitter.from(i), splitter.from(i + 1))) {
            rows.plain(number, splitter.line(i), plain);
            return;
        }
        CSVRecord record = single(splitter, i);
        if (record == null) {
            rows.broken(number, splitter.line(i), ProblemCode.RECORD_BROKEN, withoutLineEnd(chars.toString()));
            return;
        }
        if (splitter.hasInnerQuote(i) && isShifted(splitter, i)) {
            rows.broken(number, splitter.line(i), ProblemCode.RECORD_SHIFTED, withoutLineEnd(chars.toString()));
            return;
        }
        int size = record.size();
        if (raw.length < size) {
            raw = new Object[2 * size];
        }
        for (int j = 0; j < size; j++) {
            raw[j] = record.get(j);
        }
        rows.text(number, splitter.line(i), raw, size, isOpen);
    }

    /** The record, or null where Commons CSV fails or finds others than the splitter. */
    private CSVRecord single(RecordSplitter splitter, int index) throws IOException {
        decode(splitter.bytes(index, index + 1));
        try (Reader reader = new CharArrayReader(chars.array(), 0, chars.limit());
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(format).get()) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.get(0) : null;
        } catch (CSVException | UncheckedIOException e) {
            return null;
        }
    }

    /**
     * Whether a separator is missing before a quote: a quote opens within a field and closes at the end of a later one, so that
     * the separators between them were taken for real ones.
     */
    private boolean isShifted(RecordSplitter splitter, int index) throws IOException {
        decode(splitter.bytes(index, index + 1));
        String text = withoutLineEnd(chars.toString());
        boolean opened = false;
        for (int start = 0; start <= text.length(); ) {
            boolean quoted = start < text.length() && text.charAt(start) == '"';
            int end = quoted ? closing(text, start) : start;
            end = text.indexOf(delimiter, end);
            end = end < 0 ? text.length() : end;
            if (!quoted) {
                String field = text.substring(start, end);
                boolean odd = field.chars().filter(c -> c == '"').count() % 2 == 1;
                boolean closes = Spelling.strip(field).endsWith("\"");
                if (odd && opened && closes) {
                    return true;
                }
                opened |= odd && !closes;
            }
            start = end + 1;
        }
        return false;
    }

    /** After the closing quote. */
    private static int closing(String text, int opening) {
        int at = text.indexOf('"', opening + 1);
        while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '"') {
            at = text.indexOf('"', at + 2);
        }
        return at < 0 ? text.length() : at + 1;
    }

    private void decode(ByteBuffer bytes) throws IOException {
        if (chars.capacity() < bytes.remaining()) {
            chars = CharBuffer.allocate(2 * bytes.remaining());
        }
        chars.clear();
        decoder.reset();
        CoderResult result = decoder.decode(bytes, chars, true);
        if (result.isError()) {
            result.throwException();
        }
        decoder.flush(chars);
        chars.flip();
    }

    private static String withoutLineEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
