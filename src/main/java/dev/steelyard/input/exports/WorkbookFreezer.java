package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.sheets.Mark;
import dev.steelyard.input.sheets.SheetHandler;
import dev.steelyard.input.sheets.UnreadableFile;
import dev.steelyard.input.sheets.WorkbookFile;
import dev.steelyard.input.spelling.Spelling;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the sheets of a workbook that hold the dataset's rows, and says of every other what is not read of it.
 *
 * @param name the file's, as delivered
 */
record WorkbookFreezer(Schema schema, String name, Path path, String content) {

    void slice(List<Slice> slices, List<Problem> problems) throws UnreadableFile {
        try (WorkbookFile workbook = WorkbookFile.open(path, name)) {
            List<SheetFound> sheets = new ArrayList<>();
            List<SheetFound> hidden = new ArrayList<>();
            for (int i = 0; i < workbook.sheetNames().size(); i++) {
                (workbook.isHidden(i) ? hidden : sheets).add(find(workbook, i));
            }
            SheetFound nearest = null;
            for (SheetFound sheet : sheets) {
                if (sheet.isComplete()) {
                    SourceRef header = where(sheet, sheet.candidate.row());
                    problems.addAll(sheet.candidate.header().notes(schema, header));
                    if (sheet.above > 0) {
                        problems.add(Header.above(header, sheet.above));
                    }
                    slices.add(sheet.slice(schema, name, content, slices.size()));
                } else if (sheet.candidate != null
                        && (nearest == null || sheet.candidate.nearerThan(nearest.candidate))) {
                    nearest = sheet;
                }
            }
            workbook.checkReadings(slices.size());
            hidden.stream()
                    .filter(sheet -> holdsRows(sheet, sheets, hidden))
                    .forEach(sheet -> problems.add(Problem.of(ProblemCode.SHEET_HIDDEN, where(sheet, 0))
                            .with("count", Long.toString(sheet.below()))));
            judgeOthers(sheets, nearest, slices, problems);
        }
    }

    private SourceRef where(SheetFound sheet, long row) {
        return new SourceRef(schema.dataset(), name, sheet.sheet.name(), row);
    }

    /**
     * A sheet that has half of the required columns is a data sheet with a spoilt header and stops the file; one with fewer
     * is passed over, with a warning; so is one without a header whose rows look like those under the header of another; one
     * without any is a note or a cover.
     */
    private void judgeOthers(List<SheetFound> sheets, SheetFound nearest, List<Slice> slices, List<Problem> problems) {
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
            SourceRef where = where(sheet, candidate.row());
            if (spoilt) {
                stopped = true;
                problems.addAll(candidate.problems(schema, where));
            } else if (holdsRows(sheet, sheets, List.of())) {
                problems.add(Problem.of(ProblemCode.SHEET_WITHOUT_HEADER, where(sheet, 1))
                        .with("count", Long.toString(sheet.filled)));
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

    /** Whether rows of the dataset stand on the sheet: under a header of its own, or as they stand under another sheet's. */
    private boolean holdsRows(SheetFound sheet, List<SheetFound> sheets, List<SheetFound> more) {
        if (sheet.isComplete()) {
            return sheet.below() > 0;
        }
        List<SheetFound> all = new ArrayList<>(sheets);
        all.addAll(more);
        return all.stream()
                .filter(SheetFound::isComplete)
                .map(other -> new DataLike(schema, other.candidate.header(), ZoneOffset.UTC))
                .anyMatch(like -> 2
                                * sheet.first.stream()
                                        .filter(row -> like.isData(row, row.length))
                                        .count()
                        >= Math.max(1, sheet.first.size()));
    }

    /**
     * A sheet with its nearest header row.
     *
     * @param candidate null where it has no rows
     * @param first its first filled rows
     * @param filled how many rows are filled
     * @param filledToHeader how many of them up to the header
     * @param above rows above the header that are not blank
     */
    private record SheetFound(
            Slice.Sheet sheet,
            Header.Candidate candidate,
            List<Object[]> first,
            long filled,
            long filledToHeader,
            int above,
            long lastRow) {

        boolean isComplete() {
            return candidate != null && candidate.complete();
        }

        /** Filled rows below the header. */
        long below() {
            return filled - (isComplete() ? filledToHeader : 0);
        }

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

    private SheetFound find(WorkbookFile workbook, int index) throws UnreadableFile {
        Header.Candidate[] nearest = {null};
        List<Object[]> first = new ArrayList<>();
        long[] last = {0};
        long[] filled = {0, 0};
        int[] above = {0, 0};
        SheetHandler handler = new SheetHandler(workbook, Header.ROWS, (row, cells, count, of) -> {
            last[0] = Math.max(last[0], row);
            filled[0] += of.isFilledRow() ? 1 : 0;
            if (count > 0) {
                first.add(Arrays.copyOf(cells, count));
            }
            if (count > 0 && (nearest[0] == null || !nearest[0].complete())) {
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    texts.add(Cells.display(cells[i]));
                }
                Header.Candidate candidate = Header.candidate(schema, texts, row);
                if (candidate.nearerThan(nearest[0])) {
                    nearest[0] = candidate;
                    filled[1] = filled[0];
                    above[1] = above[0];
                }
                above[0] += texts.stream().allMatch(Spelling::isBlank) ? 0 : 1;
            }
            return true;
        });
        workbook.read(index, handler);
        Slice.Sheet sheet = new Slice.Sheet(
                workbook.sheetNames().get(index),
                index,
                nearest[0] == null ? 0 : nearest[0].row(),
                !handler.merged().isEmpty());
        return new SheetFound(sheet, nearest[0], first, filled[0], filled[1], above[1], last[0]);
    }
}
