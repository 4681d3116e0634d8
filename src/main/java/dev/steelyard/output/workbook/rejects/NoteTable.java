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
final class NoteTable {

    private final ProblemWords words;

    NoteTable(ProblemWords words) {
        this.words = words;
    }

    Sheet duplicates(List<Problem> problems, long count) {
        List<Column<Problem>> columns = places();
        columns.add(column("key", "主键", "Key", Width.fit(12, 30), Problem::value));
        columns.add(column("first", "与哪一行相同", "Same as", Width.fit(20, 44), problem -> problem.slots()
                .getOrDefault("first", "")));
        Block<Problem> block = Block.of(
                        words.say("重复的行", "Duplicate rows"), columns, problems, words.say("没有重复的行。", "There are none."))
                .intro(
                        words.say(
                                "与另一行完全相同，只计入第一行；不影响结果，可从导出中删除。",
                                "The same as another row: the first is used, these are not. They change nothing and may be removed."))
                .outro(rest(problems, count));
        return new Sheet.Table<>(words.say("重复", "Duplicates"), 0, block);
    }

    Sheet corrected(List<Problem> problems, long count) {
        List<Column<Problem>> columns = places();
        columns.add(column("column", "更正的列", "Corrected", Width.wrap(24), words::columns));
        columns.add(column("change", "更正前 → 更正后", "Before → after", Width.wrap(50), Problem::value));
        columns.add(column("by", "更正所在", "Corrected in", Width.fit(20, 44), problem -> problem.slots()
                .getOrDefault("by", "")));
        Block<Problem> block = Block.of(
                        words.say("已按更正读取的行", "Rows read as corrected"),
                        columns,
                        problems,
                        words.say("没有更正。", "There are none."))
                .intro(words.say(
                        "这些行在源文件中仍有误，本次按更正文件读取。源文件改正之前，请把更正文件留在输入文件夹中。",
                        "These rows are still wrong in their exports and were read as corrected. Leave the correction in the"
                                + " input folder until the exports are mended."))
                .outro(rest(problems, count));
        return new Sheet.Table<>(words.say("更正", "Corrections"), 0, block);
    }

    private List<Column<Problem>> places() {
        List<Column<Problem>> columns = new ArrayList<>();
        columns.add(column(
                "dataset",
                "数据集名称",
                "Data",
                Width.fit(12, 18),
                problem -> words.dataset(problem.where().dataset())));
        columns.add(column("file", "所在文件", "In file", Width.fit(12, 36), problem -> problem.where()
                .file()));
        columns.add(column("sheet", "所在工作表", "In sheet", Width.fit(12, 16), problem -> problem.where()
                .sheet()));
        columns.add(Column.of(
                "row",
                "行号",
                "Row no.",
                Width.fit(8, 10),
                Format.RANK,
                problem -> Datum.whole(problem.where().row())));
        return columns;
    }

    private static Column<Problem> column(
            String id, String zh, String en, Width width, Function<Problem, String> value) {
        return Column.of(id, zh, en, width, Format.TEXT, problem -> Datum.text(value.apply(problem)));
    }

    private List<String> rest(List<Problem> shown, long count) {
        return count == shown.size() ? List.of() : List.of(RejectsWorkbook.rest(words, shown.size(), count));
    }
}
