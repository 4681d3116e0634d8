package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemDigest;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.Words;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import dev.steelyard.words.ProblemWords;
import java.util.List;

/** 问题: what was found in files, rows and targets, the gravest first. */
final class ProblemTable {

    private final Report report;
    private final Background background;
    private final ProblemWords words;

    ProblemTable(Report report, Background background) {
        this.report = report;
        this.background = background;
        this.words = report.problems(true);
    }

    Sheet sheet() {
        List<Problem> shown = background.problems().gravest();
        Block<Problem> block = Block.of(
                        report.say("问题 ", "Problems ") + report.identity().period(),
                        columns(),
                        shown,
                        report.say("没有发现问题。", "No problems were found."))
                .intro(
                        report.say(
                                "✗ 错误：有行、文件或人员未计入；! 警告：已计入，但请核对；i 提示：供了解。",
                                "✗ error: a row, file or person was left out; ! warning: nothing left out, but look; i note: worth"
                                        + " knowing."),
                        report.say(
                                "行号与 Excel 或文本编辑器中所见一致。调研与同事反馈的内容不显示（***）。",
                                "Rows are numbered as a spreadsheet or editor shows them. What surveys and peers said is not shown"
                                        + " (***)."),
                        report.sentence("screen.only"))
                .outro(rest());
        return new Sheet.Table<>(report.say("问题", "Problems"), 1, block.onScreen());
    }

    private List<String> rest() {
        long left = background.problems().rest();
        return left == 0
                ? List.of()
                : List.of(report.say(
                        "此处列出前 " + ProblemDigest.MOST + " 条，另有 " + left + " 条未列出；全部见同一文件夹中的 problems.csv。",
                        "The first " + ProblemDigest.MOST + " are listed, " + left
                                + " more are not; all stand in problems.csv in the same folder."));
    }

    private List<Column<Problem>> columns() {
        return List.of(
                Column.<Problem>of(
                                "severity",
                                "程度",
                                "Severity",
                                Width.fit(10, 12),
                                Format.WORD,
                                problem -> Datum.text(report.say(Words.of(problem.severity()))))
                        .toned(problem -> Words.tone(problem.severity())),
                Column.of(
                        "code",
                        "代码",
                        "Code",
                        Width.fit(12, 34),
                        Format.TEXT,
                        problem -> Datum.text(problem.code().code())),
                Column.text(
                        "dataset",
                        "数据集",
                        "Dataset",
                        problem -> report.dataset(problem.where().dataset())),
                Column.of(
                        "file",
                        "文件",
                        "File",
                        Width.fit(10, 36),
                        Format.TEXT,
                        problem -> Datum.text(problem.where().file())),
                Column.text("sheet", "工作表", "Sheet", problem -> problem.where().sheet()),
                Column.of(
                        "row",
                        "行",
                        "Row",
                        Width.fit(6, 12),
                        Format.RANK,
                        problem -> problem.where().row() == 0
                                ? Datum.NONE
                                : Datum.whole(problem.where().row())),
                Column.of(
                        "column",
                        "列",
                        "Column",
                        Width.wrap(22),
                        Format.TEXT,
                        problem -> Datum.text(words.columns(problem))),
                Column.of(
                        "value",
                        "值",
                        "Value",
                        Width.wrap(26),
                        Format.TEXT,
                        problem -> Datum.text(words.value(problem))),
                Column.of(
                        "message",
                        "问题",
                        "What is wrong",
                        Width.wrap(52),
                        Format.TEXT,
                        problem -> Datum.text(words.message(problem))),
                Column.of(
                        "fix",
                        "怎么办",
                        "What to do",
                        Width.wrap(46),
                        Format.TEXT,
                        problem -> Datum.text(words.fix(problem))));
    }
}
