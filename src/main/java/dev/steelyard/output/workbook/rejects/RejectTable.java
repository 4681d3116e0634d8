package dev.steelyard.output.workbook.rejects;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.RejectedRow;
import dev.steelyard.engine.problem.RejectedRow.Heading;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import dev.steelyard.words.ProblemWords;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;

/** The rejected rows of one dataset under one header: the cells as delivered, the wrong ones filled and named. */
final class RejectTable {

    private static final int FROZEN = 3;

    private final ProblemWords words;
    private final RejectSheet sheet;
    private final List<String> names;

    RejectTable(ProblemWords words, RejectSheet sheet) {
        this.words = words;
        this.sheet = sheet;
        this.names = DeliveredHeader.names(words.schemas().get(sheet.dataset()), sheet.header());
    }

    Sheet sheet(Iterable<RejectedRow> rows, List<String> rest) {
        Block<RejectedRow> block = Block.of(
                        words.say("rejects.reject.rejectedRows", "dataset", words.dataset(sheet.dataset())),
                        columns(),
                        rows,
                        words.say("rejects.reject.noRowRejected"))
                .intro(words.say("rejects.reject.correctOrangeCellsLeave"))
                .outro(rest);
        // Rows are corrected on the screen; the summary is what is printed.
        return new Sheet.Table<>(sheet.name(), FROZEN, block.onScreen());
    }

    private List<Column<RejectedRow>> columns() {
        List<Column<RejectedRow>> columns = new ArrayList<>();
        columns.add(text(Heading.FILE, Width.fit(12, 26), row -> row.where().file()));
        columns.add(text(Heading.SHEET, Width.fit(8, 16), row -> row.where().sheet()));
        columns.add(Column.of(
                "row",
                title(Heading.ROW),
                Width.fit(7, 10),
                Format.RANK,
                row -> Datum.whole(row.where().row())));
        columns.add(text(Heading.COLUMN, Width.wrap(18), this::marked).toned(row -> Tone.LOW));
        columns.add(text(Heading.REASON, Width.wrap(34), row -> all(row, words::message)));
        for (int i = 0; i < sheet.header().size() + sheet.surplus(); i++) {
            columns.add(own(i));
        }
        columns.add(text(Heading.FIX, Width.wrap(34), row -> all(row, words::fix)));
        columns.add(text(Heading.DATASET, Width.fit(10, 16), row -> words.dataset(sheet.dataset())));
        return columns;
    }

    private Column<RejectedRow> text(Heading heading, Width width, Function<RejectedRow, String> value) {
        return Column.text(heading.name(), title(heading), width, row -> value.apply(row));
    }

    private String title(Heading heading) {
        return words.say(heading.words().key());
    }

    /** A column of the export, under its header as delivered. */
    private Column<RejectedRow> own(int at) {
        boolean surplus = at >= sheet.header().size();
        String title = surplus
                ? words.say("rejects.reject.surplus", "at", (at - sheet.header().size() + 1))
                : sheet.header().get(at);
        return new Column<RejectedRow>(
                        "cell" + at,
                        title,
                        Width.fit(11, 26),
                        Format.TEXT,
                        row -> at < row.cells().size() ? Datum.text(row.cells().get(at)) : Datum.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        true)
                .toned(row -> isWrong(row, at) ? Tone.WORST : Tone.PLAIN);
    }

    private boolean isWrong(RejectedRow row, int at) {
        String name = at < names.size() ? names.get(at) : "";
        for (Problem problem : row.problems()) {
            BitSet differing = sheet.differing(problem);
            List<String> concerned = ProblemWords.concerned(problem);
            boolean wrong = !differing.isEmpty()
                    ? differing.get(at)
                    : concerned.isEmpty() ? at < Math.max(1, row.cells().size()) : concerned.contains(name);
            if (wrong) {
                return true;
            }
        }
        return false;
    }

    /** The wrong cells in words: {@code ✗ 金额（L 列）}. */
    private String marked(RejectedRow row) {
        Set<String> marks = new LinkedHashSet<>();
        for (Problem problem : row.problems()) {
            List<String> concerned = differing(problem);
            if (concerned.isEmpty()) {
                marks.add(words.say("rejects.reject.noWholeRow"));
            }
            for (String column : concerned) {
                int at = names.indexOf(column);
                String place = at < 0
                        ? ""
                        : words.say("rejects.reject.column", "letters", letters(at + Heading.REASON.ordinal() + 1));
                marks.add("✗ " + words.column(sheet.dataset(), column) + place);
            }
        }
        return String.join("\n", marks);
    }

    /** The columns to look at: of rows of one key those in which they differ. */
    private List<String> differing(Problem problem) {
        List<String> differing = sheet.differing(problem).stream()
                .filter(at -> at < names.size())
                .mapToObj(names::get)
                .filter(name -> !name.isEmpty())
                .toList();
        return differing.isEmpty() ? ProblemWords.concerned(problem) : differing;
    }

    private static String letters(int column) {
        return CellReference.convertNumToColString(column);
    }

    private static String all(RejectedRow row, Function<Problem, String> of) {
        return row.problems().stream().map(of).distinct().collect(Collectors.joining("\n"));
    }
}
