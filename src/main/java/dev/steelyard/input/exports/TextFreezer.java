package dev.steelyard.input.exports;

import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.SourceRef;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Finds the delimiter and the header of a text file, and cuts what follows into slices at true record ends. */
final class TextFreezer {

    private static final char[] DELIMITERS = {',', ';', '\t'};
    private static final int BLOCK = 1 << 17;

    private final Schema schema;
    private final String name;
    private final long sliceBytes;

    TextFreezer(Schema schema, String name, long sliceBytes) {
        this.schema = schema;
        this.name = name;
        this.sliceBytes = sliceBytes;
    }

    /** A header row under one delimiter, and where the rows begin. */
    private record Found(Header.Candidate candidate, char delimiter, Mark start, boolean hasAbove) {}

    void slice(Path path, String content, String charset, int mark, List<Slice> slices, List<Problem> problems)
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
        } else if (!found.candidate.complete()) {
            SourceRef where = new SourceRef(schema.dataset(), name, "", found.candidate.row());
            problems.addAll(found.candidate.problems(schema, where));
        } else {
            long headerRow = found.hasAbove ? found.candidate.row() : 0;
            Mark start = found.hasAbove ? new Mark(0, 1, mark) : found.start;
            cut(path, content, new Slice.Text(charset, found.delimiter, headerRow), found.candidate, start, slices);
        }
    }

    private Found find(Path path, Charset charset, int mark, char delimiter) throws IOException {
        Found nearest = null;
        boolean hasAbove = false;
        try (RecordSplitter splitter = new RecordSplitter(path, new Mark(0, 1, mark), delimiter, BLOCK)) {
            for (int i = 0; i < Header.ROWS && splitter.next(Long.MAX_VALUE, 1); i++) {
                if (splitter.count() == 0) {
                    continue;
                }
                String text = charset.decode(splitter.bytes(0, 1)).toString();
                List<String> cells = cells(text, delimiter);
                Header.Candidate candidate = Header.candidate(schema, cells, splitter.line(0));
                if (nearest == null || candidate.nearerThan(nearest.candidate)) {
                    nearest = new Found(candidate, delimiter, splitter.mark(), hasAbove);
                }
                hasAbove |= DataLike.filled(cells.toArray(), cells.size()) > 1;
                if (candidate.complete()) {
                    break;
                }
            }
        }
        return nearest;
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

    private void cut(
            Path path, String content, Slice.Text shape, Header.Candidate candidate, Mark start, List<Slice> slices)
            throws IOException {
        long size = Files.size(path);
        List<Mark> starts = new ArrayList<>(List.of(start));
        if (size - start.offset() > sliceBytes) {
            addStarts(path, shape.delimiter(), starts);
        }
        for (int i = 0; i < starts.size(); i++) {
            long end = i + 1 < starts.size() ? starts.get(i + 1).offset() : size;
            slices.add(new Slice(
                    schema.dataset(),
                    name,
                    content,
                    i,
                    shape,
                    candidate.header().cells(),
                    starts.get(i),
                    end));
        }
    }

    /** A slice begins with the record that would have made the one before it too big. */
    private void addStarts(Path path, char delimiter, List<Mark> starts) throws IOException {
        Mark start = starts.get(0);
        try (RecordSplitter splitter = new RecordSplitter(path, start, delimiter, BLOCK)) {
            Mark run = splitter.mark();
            while (splitter.next(Long.MAX_VALUE, BLOCK)) {
                for (int i = 0; i < splitter.count(); i++) {
                    Mark record = new Mark(run.record() + i, splitter.line(i), splitter.offset(i));
                    start = next(start, record, splitter.offset(i + 1), starts);
                }
                if (splitter.verdict() != RecordSplitter.Verdict.WHOLE) {
                    long offset = splitter.count() == 0 ? run.offset() : splitter.offset(splitter.count());
                    Mark record = new Mark(run.record() + splitter.count(), splitter.apartLine(), offset);
                    start = next(start, record, splitter.mark().offset(), starts);
                }
                run = splitter.mark();
            }
        }
    }

    private Mark next(Mark start, Mark record, long end, List<Mark> starts) {
        if (end - start.offset() <= sliceBytes || record.offset() == start.offset()) {
            return start;
        }
        starts.add(record);
        return record;
    }
}
