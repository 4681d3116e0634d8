package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.DatasetColumn.Type;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.input.sheets.Mark;
import dev.steelyard.ledger.store.ContentStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A folder of exports under test: writes files, freezes them, reads every slice, and keeps what came out. */
final class Exports {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** A dataset with a column of each type. */
    static final Schema VISITS = new Schema(
            "visits",
            "拜访记录",
            List.of("visit log"),
            Set.of(),
            Schema.Layout.of(
                    List.of("visit_id"),
                    Optional.of("visited_at"),
                    List.of(
                            column("visit_id", "拜访编号", Type.TEXT).build(),
                            column("visited_at", "拜访时间", Type.DATE_TIME).build(),
                            column("employee_id", "工号", Type.TEXT)
                                    .filled()
                                    .references("employees")
                                    .aliases("员工号")
                                    .build(),
                            column("department", "科室", Type.TEXT).build(),
                            column("minutes", "时长", Type.NUMBER).min(0).build(),
                            column("effective_minutes", "有效时长", Type.NUMBER)
                                    .min(0)
                                    .build(),
                            column("share", "份额", Type.PERCENT)
                                    .optional()
                                    .max(1)
                                    .build(),
                            column("complete", "记录完整", Type.YES_NO).optional().build(),
                            column("planned", "计划日期", Type.DATE).optional().build(),
                            column("period", "周期", Type.PERIOD).optional().build(),
                            column("difficulty", "难度", Type.CHOICE)
                                    .optional()
                                    .choices(Map.of("high", List.of("高")))
                                    .build(),
                            column("teams", "团队", Type.LIST).optional().build()),
                    List.of(
                            new Schema.Ordered("effective_minutes", "minutes"),
                            new Schema.Ordered("planned", "visited_at"))),
            Schema.Reading.PLAIN);

    static final String HEADER = "拜访编号,拜访时间,工号,科室,时长,有效时长";

    private final Path folder;
    private final long sliceBytes;
    private Schema schema = VISITS;
    private final List<Path> files = new ArrayList<>();

    Exports(Path folder) {
        this(folder, Freezer.SLICE_BYTES);
    }

    Exports(Path folder, long sliceBytes) {
        this.folder = folder;
        this.sliceBytes = sliceBytes;
    }

    Exports schema(Schema other) {
        schema = other;
        return this;
    }

    Exports file(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.write(file, content);
            files.add(file);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Exports file(String name, String text, Charset charset) {
        return file(name, text.getBytes(charset));
    }

    /** Lines of a file {@code visits.csv}, in UTF-8. */
    Exports lines(String... lines) {
        return file("visits.csv", String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    /** Rows under {@link #HEADER}. */
    Exports rows(String... rows) {
        return lines((HEADER + "\n" + String.join("\n", rows)).split("\n", -1));
    }

    Exports workbook(String name, XSSFWorkbook workbook) {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return file(name, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a reading gave, in the order it gave it. */
    static class Read implements RowSink {

        final List<FrozenFile> files = new ArrayList<>();
        final List<Row> rows = new ArrayList<>();
        final List<Long> rowRecords = new ArrayList<>();
        final List<Problem> problems = new ArrayList<>();
        final List<List<String>> rejected = new ArrayList<>();
        final List<Long> rejectedRecords = new ArrayList<>();
        final List<Problem> found = new ArrayList<>();
        final List<Long> excludedRecords = new ArrayList<>();
        final List<Total> totals = new ArrayList<>();
        final List<Mark> marks = new ArrayList<>();
        final List<SliceTally> tallies = new ArrayList<>();
        final List<Problem> fileProblems = new ArrayList<>();

        @Override
        public void row(long record, Row row) {
            rowRecords.add(record);
            rows.add(row);
        }

        @Override
        public void rejected(long record, List<Problem> found, List<String> cells) {
            rejectedRecords.add(record);
            problems.addAll(found);
            rejected.add(cells);
        }

        @Override
        public void said(Problem problem) {
            found.add(problem);
        }

        @Override
        public void excluded(long record) {
            excludedRecords.add(record);
        }

        @Override
        public void total(Total total) {
            totals.add(total);
        }

        @Override
        public void block(Mark mark) {
            marks.add(mark);
        }

        List<String> contents() {
            return rows.stream()
                    .map(row -> RowKey.content(row).replace('\u001F', '|'))
                    .toList();
        }

        List<Object> values(String column) {
            return rows.stream()
                    .map(row -> row.values()[row.schema().indexOf(column)])
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        /** The one value of the column in the one row. */
        Object value(String column) {
            if (rows.size() != 1) {
                throw new AssertionError(rows.size() + " rows, " + problems);
            }
            return values(column).get(0);
        }

        List<ProblemCode> codes() {
            return problems.stream().map(Problem::code).toList();
        }

        List<ProblemCode> fileCodes() {
            return fileProblems.stream().map(Problem::code).toList();
        }

        List<Long> lines() {
            return rows.stream().map(row -> row.source().row()).toList();
        }

        long sum(ToLongFunction<SliceTally> of) {
            return tallies.stream().mapToLong(of).sum();
        }
    }

    Freezer.Frozen freeze() {
        try {
            return new Freezer(store(), sliceBytes).freeze(schema, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Read read() {
        Freezer.Frozen frozen = freeze();
        Read read = new Read();
        read.files.addAll(frozen.files());
        read.fileProblems.addAll(frozen.problems());
        frozen.files().stream().flatMap(file -> file.slices().stream()).forEach(slice -> read(slice, read));
        return read;
    }

    void read(Slice slice, Read into) {
        try {
            into.tallies.add(new SliceReader(store(), schema, SHANGHAI).read(slice, into));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ContentStore store() throws IOException {
        return new ContentStore(folder.resolve("store"));
    }

    /** A raw xlsx from parts, for what POI would not write. */
    static byte[] zip(Map<String, String> parts) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (String name : parts.keySet().stream().sorted().toList()) {
                    zip.putNextEntry(new ZipEntry(name));
                    new ByteArrayInputStream(parts.get(name).getBytes(StandardCharsets.UTF_8)).transferTo(zip);
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ColumnBuilder column(String name, String zh, Type type) {
        return new ColumnBuilder(name, zh, type);
    }

    /** Builds a {@link DatasetColumn}. */
    static final class ColumnBuilder {
        private final String name;
        private final String zh;
        private final Type type;
        private List<String> aliases = List.of();
        private boolean optional;
        private boolean filled;
        private Map<String, List<String>> choices = Map.of();
        private Optional<String> references = Optional.empty();
        private Optional<Fraction> min = Optional.empty();
        private Optional<Fraction> max = Optional.empty();

        ColumnBuilder(String name, String zh, Type type) {
            this.name = name;
            this.zh = zh;
            this.type = type;
        }

        ColumnBuilder optional() {
            optional = true;
            return this;
        }

        ColumnBuilder filled() {
            filled = true;
            return this;
        }

        ColumnBuilder aliases(String... more) {
            aliases = Arrays.asList(more);
            return this;
        }

        ColumnBuilder references(String dataset) {
            references = Optional.of(dataset);
            return this;
        }

        ColumnBuilder choices(Map<String, List<String>> allowed) {
            choices = allowed;
            return this;
        }

        ColumnBuilder min(long least) {
            min = Optional.of(Fraction.of(least));
            return this;
        }

        ColumnBuilder max(long greatest) {
            max = Optional.of(Fraction.of(greatest));
            return this;
        }

        DatasetColumn build() {
            return new DatasetColumn(
                    name, zh, aliases, type, optional, filled, choices, references, min, max, DatasetColumn.Rules.NONE);
        }
    }
}
