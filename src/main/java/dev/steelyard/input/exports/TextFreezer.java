package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.sheets.Mark;
import dev.steelyard.input.spelling.Spelling;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Finds the delimiter and the header of a text file, and cuts what follows into slices at true record ends. */
record TextFreezer(Schema schema, String name, long sliceBytes) {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    /** What else separates columns here and there: named, not read, since it may stand in any text. */
    private static final String OTHER_DELIMITERS = "，；、｜^~\u0001\u001F";

    private static final int BLOCK = 1 << 17;

    /** So many broken records, and most of those so far, make a file that nobody need read to its end. */
    private static final long MOST_BROKEN = 10_000;

    /**
     * A header row under one delimiter, and where the rows begin.
     *
     * @param above rows above it that are not blank
     */
    private record Found(Header.Candidate candidate, char delimiter, Mark start, int above) {}

    /** @return whether it was cut; if not, the text must be UTF-8 first: of GB18030 a bar may be half a character */
    boolean slice(Path path, String content, String charset, int mark, List<Slice> slices, List<Problem> problems)
            throws IOException {
        Found found = null;
        for (char delimiter : DELIMITERS) {
            Found under = find(path, Charset.forName(charset), mark, delimiter);
            if (under != null && (found == null || under.candidate.nearerThan(found.candidate))) {
                found = under;
            }
        }
        if (found == null) {
            problems.addAll(
                    Header.candidate(schema, List.of(), 0).problems(schema, SourceRef.file(schema.dataset(), name)));
            return true;
        }
        SourceRef where = new SourceRef(schema.dataset(), name, "", found.candidate.row());
        if (!found.candidate.complete()) {
            problems.addAll(otherDelimiter(path, Charset.forName(charset), mark, where)
                    .map(List::of)
                    .orElse(found.candidate.problems(schema, where)));
            return true;
        }
        if (found.delimiter == '|' && !charset.equals("UTF-8")) {
            return false;
        }
        problems.addAll(found.candidate.header().notes(schema, where));
        if (found.above > 0) {
            problems.add(Header.above(where, found.above));
        }
        Optional<Problem> hopeless = cut(path, content, charset, mark, found, slices);
        hopeless.ifPresent(problems::add);
        return true;
    }

    /** The problem that names the delimiter, where the file has a whole header under one that is not read. */
    private Optional<Problem> otherDelimiter(Path path, Charset charset, int mark, SourceRef where) throws IOException {
        try (RecordSplitter splitter = new RecordSplitter(path, new Mark(0, 1, mark), ',', BLOCK)) {
            for (int i = 0; i < Header.ROWS && splitter.next(Long.MAX_VALUE, 1); i++) {
                String text = splitter.count() == 0
                        ? ""
                        : charset.decode(splitter.bytes(0, 1)).toString();
                for (char delimiter : OTHER_DELIMITERS.toCharArray()) {
                    List<String> cells = List.of(text.split(Pattern.quote(String.valueOf(delimiter)), -1));
                    if (Header.candidate(schema, cells, 0).complete()) {
                        return Optional.of(Problem.of(ProblemCode.FILE_DELIMITER, where)
                                .with(
                                        "delimiter",
                                        delimiter < ' '
                                                ? String.format(Locale.ROOT, "U+%04X", (int) delimiter)
                                                : String.valueOf(delimiter)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Found find(Path path, Charset charset, int mark, char delimiter) throws IOException {
        Found nearest = null;
        int above = 0;
        try (RecordSplitter splitter = new RecordSplitter(path, new Mark(0, 1, mark), delimiter, BLOCK)) {
            for (int i = 0; i < Header.ROWS && splitter.next(Long.MAX_VALUE, 1); i++) {
                if (splitter.count() == 0) {
                    above++;
                    continue;
                }
                String text = charset.decode(splitter.bytes(0, 1)).toString();
                Header.Candidate candidate = Header.candidate(schema, cells(text, delimiter), splitter.line(0));
                if (nearest == null || candidate.nearerThan(nearest.candidate)) {
                    nearest = new Found(candidate, delimiter, splitter.mark(), above);
                }
                if (candidate.complete()) {
                    break;
                }
                above += isBlank(text, delimiter) ? 0 : 1;
            }
        }
        return nearest;
    }

    private static boolean isBlank(String text, char delimiter) {
        return Spelling.isBlank(text.replace(delimiter, ' '));
    }

    private static List<String> cells(String text, char delimiter) throws IOException {
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(TextReader.format(delimiter))
                .get()) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? List.of() : records.get(0).toList();
        }
    }

    /** @return why the file is not cut: a quote that opens in line after line, so that each is tried with twenty more */
    private Optional<Problem> cut(Path path, String content, String charset, int mark, Found found, List<Slice> slices)
            throws IOException {
        long size = Files.size(path);
        boolean open = isOpen(path, size);
        long headerRow = found.above > 0 ? found.candidate.row() : 0;
        Mark first = found.above > 0 ? new Mark(0, 1, mark) : found.start;
        List<Mark> starts = new ArrayList<>(List.of(first));
        if (size - first.offset() > sliceBytes) {
            long broken = addStarts(path, found.delimiter, starts);
            if (broken > 0) {
                return Optional.of(
                        Problem.of(ProblemCode.RECORD_BROKEN, new SourceRef(schema.dataset(), name, "", broken)));
            }
        }
        for (int i = 0; i < starts.size(); i++) {
            boolean last = i + 1 == starts.size();
            slices.add(new Slice(
                    schema.dataset(),
                    name,
                    content,
                    i,
                    new Slice.Text(charset, found.delimiter, headerRow, last && open),
                    found.candidate.header().cells(),
                    starts.get(i),
                    last ? size : starts.get(i + 1).offset()));
        }
        return Optional.empty();
    }

    /** Whether the last line has no end and its last field no closing quote: an upload may have been cut there. */
    private static boolean isOpen(Path path, long size) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return channel.read(last, size - 1) == 1 && "\r\n\"".indexOf(last.get(0)) < 0;
        }
    }

    /**
     * A slice begins with the record that would have made the one before it too big.
     *
     * @return the first line that is broken, where most lines are and they are many; else 0
     */
    private long addStarts(Path path, char delimiter, List<Mark> starts) throws IOException {
        Mark start = starts.get(0);
        try (RecordSplitter splitter = new RecordSplitter(path, start, delimiter, BLOCK)) {
            Mark run = splitter.mark();
            long first = 0;
            long broken = 0;
            while (splitter.next(Long.MAX_VALUE, BLOCK)) {
                for (int i = 0; i < splitter.count(); i++) {
                    if (isBeyond(start, splitter.offset(i), splitter.offset(i + 1))) {
                        start = new Mark(run.record() + i, splitter.line(i), splitter.offset(i));
                        starts.add(start);
                    }
                }
                if (splitter.verdict() != RecordSplitter.Verdict.WHOLE) {
                    first = first == 0 ? splitter.apartLine() : first;
                    if (++broken > MOST_BROKEN && 2 * broken > run.record()) {
                        return first;
                    }
                    long offset = splitter.count() == 0 ? run.offset() : splitter.offset(splitter.count());
                    if (isBeyond(start, offset, splitter.mark().offset())) {
                        start = new Mark(run.record() + splitter.count(), splitter.apartLine(), offset);
                        starts.add(start);
                    }
                }
                run = splitter.mark();
            }
        }
        return 0;
    }

    /** Whether the record from one offset to another would make the slice that begins at the mark too big. */
    private boolean isBeyond(Mark start, long offset, long end) {
        return end - start.offset() > sliceBytes && offset != start.offset();
    }
}
