package dev.steelyard.output.workbook.rejects;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import dev.steelyard.words.ProblemWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** 重复 and 更正: rows that were not rejected but are worth knowing, by their place. */
record NoteTable(ProblemWords words) {

    Sheet duplicates(List<Problem> problems, long count) {
        List<Column<Problem>> columns = places();
        columns.add(column("key", words.say("rejects.note.key"), Width.fit(12, 30), Problem::value));
        columns.add(column("first", words.say("rejects.note.same"), Width.fit(20, 44), problem -> problem.slots()
                .getOrDefault("first", "")));
        Block<Problem> block = Block.of(
                        words.say("rejects.note.duplicateRows"), columns, problems, words.say("rejects.note.thereNone"))
                .intro(words.say("rejects.note.sameAnotherRowFirst"))
                .outro(rest(problems, count));
        return new Sheet.Table<>(words.say("rejects.note.duplicates"), 0, block.onScreen());
    }

    Sheet corrected(List<Problem> problems, long count) {
        List<Column<Problem>> columns = places();
        columns.add(column("column", words.say("rejects.note.corrected"), Width.wrap(24), words::columns));
        columns.add(column("change", words.say("rejects.note.beforeAfter"), Width.wrap(50), Problem::value));
        columns.add(column("by", words.say("rejects.note.corrected2"), Width.fit(20, 44), problem -> problem.slots()
                .getOrDefault("by", "")));
        Block<Problem> block = Block.of(
                        words.say("rejects.note.rowsReadCorrected"),
                        columns,
                        problems,
                        words.say("rejects.note.thereNone2"))
                .intro(words.say("rejects.note.theseRowsStillWrong"))
                .outro(rest(problems, count));
        return new Sheet.Table<>(words.say("rejects.note.corrections"), 0, block.onScreen());
    }

    private List<Column<Problem>> places() {
        List<Column<Problem>> columns = new ArrayList<>();
        columns.add(column(
                "dataset",
                words.say("rejects.note.data"),
                Width.fit(12, 18),
                problem -> words.dataset(problem.where().dataset())));
        columns.add(column("file", words.say("rejects.note.file"), Width.fit(12, 36), problem -> problem.where()
                .file()));
        columns.add(column("sheet", words.say("rejects.note.sheet"), Width.fit(12, 16), problem -> problem.where()
                .sheet()));
        columns.add(Column.of(
                "row",
                words.say("rejects.note.rowNo"),
                Width.fit(8, 10),
                Format.RANK,
                problem -> Datum.whole(problem.where().row())));
        return columns;
    }

    private static Column<Problem> column(String id, String title, Width width, Function<Problem, String> value) {
        return Column.text(id, title, width, problem -> value.apply(problem));
    }

    private List<String> rest(List<Problem> shown, long count) {
        return count == shown.size() ? List.of() : List.of(RejectsWorkbook.rest(words, shown.size(), count));
    }
}
