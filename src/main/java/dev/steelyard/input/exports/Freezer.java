package dev.steelyard.input.exports;

import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.ledger.store.FileNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Freezes inputs (design.md 2): each file is copied into the store and hashed, its encoding judged over the whole of it, its
 * header found, and cut into slices. From then on only the copy is read.
 */
public final class Freezer {

    /** What a slice holds at most, unless told otherwise. */
    public static final long SLICE_BYTES = 32L << 20;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final ContentStore store;
    private final long sliceBytes;
    private final Runnable beforeEach;

    public Freezer(ContentStore store, long sliceBytes) {
        this(store, sliceBytes, () -> {});
    }

    /** @param beforeEach runs before each file; what it throws ends the freezing */
    public Freezer(ContentStore store, long sliceBytes, Runnable beforeEach) {
        this.store = store;
        this.sliceBytes = sliceBytes;
        this.beforeEach = beforeEach;
    }

    /**
     * The files of a dataset.
     *
     * @param problems errors are of files that could not be frozen: a required dataset with one stops the run
     */
    public record Frozen(List<FrozenFile> files, List<Problem> problems) {

        public Frozen {
            files = List.copyOf(files);
            problems = List.copyOf(problems);
        }
    }

    /** Freezes the dataset's files in the order given. A file that cannot be read is a problem, not an exception. */
    public Frozen freeze(Schema schema, List<Path> files) throws IOException {
        List<FrozenFile> frozen = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<String, String> seen = new TreeMap<>();
        for (Path path : files) {
            beforeEach.run();
            String name = FileNames.of(path);
            SourceRef where = SourceRef.file(schema.dataset(), name);
            Optional<Problem> closed = closed(path, where);
            if (closed.isPresent()) {
                problems.add(closed.get());
                continue;
            }
            ContentStore.Content content = store.put(path);
            List<Slice> slices = new ArrayList<>();
            try {
                String charset = slice(schema, name, content, slices, problems);
                if (!slices.isEmpty()) {
                    frozen.add(
                            new FrozenFile(schema.dataset(), name, content.sha256(), content.bytes(), charset, slices));
                }
            } catch (UnreadableFile e) {
                problems.add(e.at(where));
            }
            String first = seen.putIfAbsent(content.sha256(), name);
            if (first != null && !isEmpty(slices)) {
                problems.add(Problem.of(ProblemCode.FILE_TWICE, where).with("first", first));
            }
        }
        return new Frozen(frozen, problems);
    }

    /** A header and no record: the exports of two regions in which nothing happened are alike, and both right. */
    private static boolean isEmpty(List<Slice> slices) {
        return !slices.isEmpty()
                && slices.stream()
                        .allMatch(slice -> slice.shape() instanceof Slice.Text
                                && slice.start().offset() >= slice.end());
    }

    /**
     * Freezes again what the store has kept of a file, after the input folder is gone.
     *
     * @param name the file's name as it was delivered
     * @return empty where the content is no longer there
     */
    public Optional<FrozenFile> again(Schema schema, String name, ContentStore.Content content) throws IOException {
        if (!store.holds(content)) {
            return Optional.empty();
        }
        beforeEach.run();
        List<Slice> slices = new ArrayList<>();
        try {
            String charset = slice(schema, name, content, slices, new ArrayList<>());
            return slices.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new FrozenFile(schema.dataset(), name, content.sha256(), content.bytes(), charset, slices));
        } catch (UnreadableFile e) {
            return Optional.empty();
        }
    }

    /** A file that this user may not open, or that another program keeps locked. */
    static Optional<Problem> closed(Path path, SourceRef where) {
        try (InputStream in = Files.newInputStream(path)) {
            in.read();
            return Optional.empty();
        } catch (IOException e) {
            String reason = e.getClass().getSimpleName();
            return Optional.of(Problem.of(ProblemCode.FILE_UNREADABLE, where).with("reason", reason));
        }
    }

    /** @return the charset as delivered; blank for a workbook */
    private String slice(
            Schema schema, String name, ContentStore.Content content, List<Slice> slices, List<Problem> problems)
            throws IOException, UnreadableFile {
        Path path = store.path(content.sha256());
        byte[] head = head(path);
        if (Arrays.equals(head, ZIP)) {
            sliceWorkbook(schema, name, content.sha256(), slices, problems);
            return "";
        }
        if (Arrays.equals(head, OLE2)) {
            throw ole2(path);
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw new UnreadableFile(ProblemCode.FILE_DAMAGED, Map.of("detail", "no zip archive"));
        }
        Encoding encoding = Encoding.of(path);
        if (encoding.badLine() > 0) {
            throw new UnreadableFile(
                    ProblemCode.FILE_ENCODING,
                    Map.of(
                            "line", Long.toString(encoding.badLine()),
                            "charset", encoding.charset().name()));
        }
        TextFreezer text = new TextFreezer(schema, name, sliceBytes);
        if (encoding.isUtf16()
                || !text.slice(path, content.sha256(), encoding.charset().name(), encoding.mark(), slices, problems)) {
            String stored = store.put(out -> encoding.transcode(path, out)).sha256();
            text.slice(store.path(stored), stored, "UTF-8", 0, slices, problems);
        }
        return encoding.charset().name();
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(4);
        }
    }

    /** A workbook of before 2007, or the envelope of an encrypted one. */
    private static UnreadableFile ole2(Path path) {
        try (POIFSFileSystem system = new POIFSFileSystem(path.toFile(), true)) {
            if (system.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                return new UnreadableFile(ProblemCode.FILE_ENCRYPTED, Map.of());
            }
            return new UnreadableFile(ProblemCode.FILE_FORMAT, Map.of("format", ".xls"));
        } catch (IOException | RuntimeException e) {
            return new UnreadableFile(
                    ProblemCode.FILE_DAMAGED, Map.of("detail", e.getClass().getSimpleName()));
        }
    }

    private void sliceWorkbook(Schema schema, String name, String content, List<Slice> slices, List<Problem> problems)
            throws UnreadableFile {
        try (WorkbookFile workbook = WorkbookFile.open(store.path(content))) {
            List<SheetFound> sheets = new ArrayList<>();
            for (int i = 0; i < workbook.sheetNames().size(); i++) {
                sheets.add(find(schema, workbook, i));
            }
            SheetFound nearest = null;
            for (SheetFound sheet : sheets) {
                if (sheet.candidate != null && sheet.candidate.complete()) {
                    SourceRef where = new SourceRef(schema.dataset(), name, sheet.sheet.name(), sheet.candidate.row());
                    problems.addAll(sheet.candidate.header().notes(schema, where));
                    if (sheet.above > 0) {
                        problems.add(Header.above(where, sheet.above));
                    }
                    slices.add(sheet.slice(schema, name, content, slices.size()));
                } else if (sheet.candidate != null
                        && (nearest == null || sheet.candidate.nearerThan(nearest.candidate))) {
                    nearest = sheet;
                }
            }
            judgeOthers(schema, name, sheets, nearest, slices, problems);
        }
    }

    /**
     * A sheet that has half of the required columns is a data sheet with a spoilt header and stops the file; one with fewer
     * is passed over, with a warning; one without any is a note or a cover.
     */
    private static void judgeOthers(
            Schema schema,
            String name,
            List<SheetFound> sheets,
            SheetFound nearest,
            List<Slice> slices,
            List<Problem> problems) {
        long required =
                schema.columns().stream().filter(column -> !column.optional()).count();
        boolean stopped = false;
        for (SheetFound sheet : sheets) {
            Header.Candidate candidate = sheet.candidate;
            if (candidate == null || candidate.complete()) {
                continue;
            }
            boolean spoilt = !candidate.doubled().isEmpty()
                    || 2L * (required - candidate.missing().size()) >= required
                    || slices.isEmpty() && sheet == nearest;
            SourceRef where = new SourceRef(schema.dataset(), name, sheet.sheet.name(), candidate.row());
            if (spoilt) {
                stopped = true;
                problems.addAll(candidate.problems(schema, where));
            } else if (candidate.known() > 0) {
                problems.add(Problem.of(ProblemCode.SHEET_IGNORED, where)
                        .with("missing", String.join(", ", candidate.missing())));
            }
        }
        if (stopped) {
            slices.clear();
        } else if (slices.isEmpty()) {
            problems.addAll(
                    Header.candidate(schema, List.of(), 0).problems(schema, SourceRef.file(schema.dataset(), name)));
        }
    }

    /**
     * A sheet with its nearest header row, null where it has no rows.
     *
     * @param above rows above the header that are not blank
     */
    private record SheetFound(Slice.Sheet sheet, Header.Candidate candidate, long lastRow, int above) {

        Slice slice(Schema schema, String file, String content, int number) {
            Mark start = Mark.ofSheetRow(sheet.index(), above > 0 ? 1 : candidate.row() + 1);
            return new Slice(
                    schema.dataset(),
                    file,
                    content,
                    number,
                    sheet,
                    candidate.header().cells(),
                    start,
                    lastRow + 1);
        }
    }

    private static SheetFound find(Schema schema, WorkbookFile workbook, int index) throws UnreadableFile {
        Header.Candidate[] nearest = {null};
        long[] last = {0};
        int[] above = {0};
        SheetHandler handler = new SheetHandler(workbook, Header.ROWS, (row, cells, count) -> {
            last[0] = Math.max(last[0], row);
            if (count > 0 && (nearest[0] == null || !nearest[0].complete())) {
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    texts.add(Cells.display(cells[i]));
                }
                Header.Candidate candidate = Header.candidate(schema, texts, row);
                nearest[0] = candidate.nearerThan(nearest[0]) ? candidate : nearest[0];
                above[0] += candidate.complete() || texts.stream().allMatch(Spelling::isBlank) ? 0 : 1;
            }
            return true;
        });
        workbook.read(index, handler);
        Slice.Sheet sheet = new Slice.Sheet(
                workbook.sheetNames().get(index),
                index,
                nearest[0] == null ? 0 : nearest[0].row(),
                !handler.merged().isEmpty());
        return new SheetFound(sheet, nearest[0], last[0], above[0]);
    }
}
