package dev.steelyard.output.workbook.rejects;

import dev.steelyard.engine.problem.RejectedRow;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.words.ProblemWords;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.util.WorkbookUtil;

/**
 * {@code rejects-PERIOD.xlsx}, for HR; and of each dataset whose rows are not for everybody {@code rejects-DATASET-PERIOD.xlsx},
 * for those who look after it: what was answered in confidence, who complained and what of stands there, and nowhere else.
 */
public final class RejectsWorkbook {

    private static final int LONGEST_TITLE = 27;

    private final ProblemWords words;
    private final RejectDigest digest;
    private final Function<String, Iterable<RejectedRow>> rejects;
    private final RejectScope scope;

    private RejectsWorkbook(
            ProblemWords words,
            RejectDigest digest,
            Function<String, Iterable<RejectedRow>> rejects,
            RejectScope scope) {
        this.words = words;
        this.digest = digest;
        this.rejects = rejects;
        this.scope = scope;
    }

    /**
     * Writes the workbook; {@code out} stays open.
     *
     * @param digest of the problems of what the workbook shows
     * @param rejects dataset → its rejected rows in the order of its files; read twice
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public static void write(
            Report report,
            RejectScope scope,
            RejectDigest digest,
            Function<String, Iterable<RejectedRow>> rejects,
            Path tempFolder,
            OutputStream out)
            throws IOException {
        List<Sheet> sheets = new RejectsWorkbook(report.problems(false), digest, rejects, scope)
                .sheets(
                        report.identity().period().toString(),
                        report.result().input().registers());
        Book.write(report.imprint(report.say("rejects.rejectedRows")), sheets, tempFolder, out);
    }

    private List<Sheet> sheets(String period, Registers registers) {
        List<RejectSheet> layout = new ArrayList<>();
        words.schemas().keySet().stream().filter(scope::holds).forEach(dataset -> layout.addAll(layout(dataset)));
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(new RejectsSummaryPage(words, digest, new Suggestion(registers), scope).sheet(period, layout));
        for (RejectSheet sheet : layout) {
            sheets.add(new RejectTable(words, sheet).sheet(rows(sheet), rest(sheet)));
        }
        NoteTable notes = new NoteTable(words);
        if (digest.duplicateCount() > 0) {
            sheets.add(notes.duplicates(digest.duplicates(), digest.duplicateCount()));
        }
        if (digest.correctedCount() > 0) {
            sheets.add(notes.corrected(digest.corrected(), digest.correctedCount()));
        }
        return sheets;
    }

    /** A sheet for each header that the dataset's files have: mostly one. */
    private List<RejectSheet> layout(String dataset) {
        List<RejectSheet> sheets = new ArrayList<>();
        for (RejectedRow row : rejects.apply(dataset)) {
            int at = 0;
            while (at < sheets.size() && !sheets.get(at).holds(row)) {
                at++;
            }
            if (at == sheets.size()) {
                String name = title(words.dataset(dataset)) + (at == 0 ? "" : " " + (at + 1));
                sheets.add(new RejectSheet(name, dataset, row.header()));
            }
            sheets.set(at, sheets.get(at).plus(row));
        }
        return sheets;
    }

    /** What a spreadsheet accepts as a sheet's name, with room for a number. */
    private static String title(String dataset) {
        String safe = WorkbookUtil.createSafeSheetName(dataset, '_');
        return safe.substring(0, Math.min(LONGEST_TITLE, safe.length()));
    }

    private Iterable<RejectedRow> rows(RejectSheet sheet) {
        return () -> {
            Stream<RejectedRow> all =
                    StreamSupport.stream(rejects.apply(sheet.dataset()).spliterator(), false);
            long[] left = {RejectDigest.MOST};
            // Read to its end all the same, so that nothing stays open.
            return all.filter(row -> sheet.holds(row) && left[0]-- > 0).iterator();
        };
    }

    private List<String> rest(RejectSheet sheet) {
        long all = digest.rejected(sheet.dataset());
        long shown = Math.min(sheet.rows(), RejectDigest.MOST);
        return sheet.rows() < RejectDigest.MOST || shown == all ? List.of() : List.of(rest(words, shown, all));
    }

    static String rest(ProblemWords words, long shown, long all) {
        return words.say("rejects.firstListedAllStand", "shown", shown, "all", all);
    }
}
