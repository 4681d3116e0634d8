package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.RejectedRow.Heading;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.sheets.SheetHandler;
import dev.steelyard.input.sheets.UnreadableFile;
import dev.steelyard.input.sheets.WorkbookFile;
import dev.steelyard.input.spelling.Spelling;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.ledger.store.FileNames;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rejects workbook that came back corrected, frozen: each of its rows says which row of which export it stands for.
 *
 * @param name the file's name as delivered
 * @param sha256 of its bytes as delivered; blank where it could not be opened
 * @param corrections in the order of sheets and rows
 * @param problems why it could not be read
 */
public record CorrectionFile(
        String name, String sha256, long bytes, List<Correction> corrections, List<Problem> problems) {

    /** The name under which corrections stand among the inputs of a run. */
    public static final String DATASET = "corrections";

    private static final List<Heading> NEEDED = List.of(Heading.values());

    /** Freezes and reads a file; one that cannot be read is a problem, not an exception. */
    public static CorrectionFile freeze(Path path, Collection<Schema> schemas, ContentStore store) throws IOException {
        String name = FileNames.of(path);
        Optional<Problem> closed = Freezer.closed(path, SourceRef.file("", name));
        return closed.isPresent()
                ? new CorrectionFile(name, "", 0, List.of(), List.of(closed.get()))
                : read(name, store.put(path), schemas, store);
    }

    /** Reads a file that was frozen before. */
    public static CorrectionFile read(
            String name, ContentStore.Content content, Collection<Schema> schemas, ContentStore store)
            throws IOException {
        SourceRef where = SourceRef.file("", name);
        List<Correction> found = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (WorkbookFile workbook = WorkbookFile.open(store.path(content.sha256()), name)) {
            boolean any = false;
            for (int i = 0; i < workbook.sheetNames().size(); i++) {
                SheetRows rows = new SheetRows(name, workbook.sheetNames().get(i), titles(schemas), found);
                workbook.read(i, new SheetHandler(workbook, Integer.MAX_VALUE, rows));
                any |= rows.header != null;
            }
            if (!any) {
                problems.add(Problem.of(ProblemCode.CORRECTION_UNREADABLE, where));
            }
        } catch (UnreadableFile e) {
            problems.add(e.at(where));
        }
        return new CorrectionFile(name, content.sha256(), content.bytes(), List.copyOf(found), problems);
    }

    /** Every name of a dataset → the dataset. */
    private static Map<String, String> titles(Collection<Schema> schemas) {
        Map<String, String> titles = new HashMap<>();
        for (Schema schema : schemas) {
            Stream.of(schema.dataset(), schema.zh())
                    .forEach(title -> titles.putIfAbsent(Spelling.compact(title), schema.dataset()));
        }
        return titles;
    }

    /** The rows of one sheet; a sheet without the headings holds none. */
    private static final class SheetRows implements SheetHandler.Rows {
        private final String file;
        private final String sheet;
        private final Map<String, String> datasets;
        private final List<Correction> found;
        private final Map<String, Heading> headings = headings();
        private final Map<Heading, Integer> places = new EnumMap<>(Heading.class);
        private List<String> header;
        private int first;

        SheetRows(String file, String sheet, Map<String, String> datasets, List<Correction> found) {
            this.file = file;
            this.sheet = sheet;
            this.datasets = datasets;
            this.found = found;
        }

        /** What a heading reads in any language, in small letters → the heading. */
        private static Map<String, Heading> headings() {
            Map<String, Heading> headings = new HashMap<>();
            for (Heading heading : Heading.values()) {
                Words.anyLanguage(heading.words())
                        .forEach(text -> headings.put(text.toLowerCase(Locale.ROOT), heading));
            }
            return headings;
        }

        @Override
        public boolean row(long number, Object[] cells, int count, SheetHandler of) {
            if (header != null) {
                correction(number, cells, count).ifPresent(found::add);
                return true;
            }
            places.clear();
            for (int i = 0; i < count; i++) {
                Heading heading =
                        headings.get(Spelling.strip(Cells.display(cells[i])).toLowerCase(Locale.ROOT));
                if (heading != null && !(heading.isBefore() && places.containsKey(heading))) {
                    places.put(heading, i);
                }
            }
            if (places.keySet().containsAll(NEEDED)) {
                first = places.get(Heading.REASON) + 1;
                header = new ArrayList<>();
                for (int i = first; i < places.get(Heading.FIX); i++) {
                    header.add(Cells.display(cells[i]));
                }
            }
            return number < Header.ROWS || header != null;
        }

        private Optional<Correction> correction(long number, Object[] cells, int count) {
            long row = line(text(Heading.ROW, cells, count));
            if (row <= 0) {
                return Optional.empty();
            }
            String title = text(Heading.DATASET, cells, count);
            String dataset = datasets.getOrDefault(Spelling.compact(title), title);
            SourceRef target =
                    new SourceRef(dataset, text(Heading.FILE, cells, count), text(Heading.SHEET, cells, count), row);
            Object[] own = Arrays.copyOfRange(cells, first, first + header.size());
            for (int i = Math.max(0, count - first); i < own.length; i++) {
                own[i] = null;
            }
            return Optional.of(
                    new Correction(target, new SourceRef(dataset, file, sheet, number), header, Arrays.asList(own)));
        }

        private String text(Heading heading, Object[] cells, int count) {
            int at = places.get(heading);
            return at < count ? Spelling.strip(Cells.display(cells[at])) : "";
        }

        private static long line(String text) {
            int number = WorkbookFile.number(text);
            return Math.max(number, 0);
        }
    }
}
