package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemDigest;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
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
                        report.ofPeriod("hr.problem.problems"),
                        columns(),
                        shown,
                        report.say("hr.problem.noProblemsFound"))
                .intro(
                        report.say("hr.problem.noErrorRowFile"),
                        report.say("hr.problem.rowsNumberedSpreadsheetEditor"),
                        report.say("screen.only"))
                .outro(rest());
        return new Sheet.Table<>(report.say("hr.problem.problems2"), 1, block.onScreen());
    }

    private List<String> rest() {
        long left = background.problems().rest();
        return left == 0
                ? List.of()
                : List.of(report.say("hr.problem.firstListedMoreNot", "most", ProblemDigest.MOST, "left", left));
    }

    private List<Column<Problem>> columns() {
        return List.of(
                Column.<Problem>word(
                                "severity",
                                report.say("hr.problem.severity"),
                                Width.fit(10, 12),
                                problem -> report.say(StateWords.of(problem.severity())))
                        .toned(problem -> StateWords.tone(problem.severity())),
                Column.text("code", report.say("hr.problem.code"), Width.fit(12, 34), problem -> problem.code()
                        .code()),
                Column.text(
                        "dataset",
                        report.say("word.dataset"),
                        problem -> report.dataset(problem.where().dataset())),
                Column.text("file", report.say("word.file"), Width.fit(10, 36), problem -> problem.where()
                        .file()),
                Column.text("sheet", report.say("hr.problem.sheet"), problem -> problem.where()
                        .sheet()),
                Column.of(
                        "row",
                        report.say("hr.problem.row"),
                        Width.fit(6, 12),
                        Format.RANK,
                        problem -> problem.where().row() == 0
                                ? Datum.NONE
                                : Datum.whole(problem.where().row())),
                Column.text("column", report.say("word.column"), Width.wrap(22), problem -> words.columns(problem)),
                Column.text("value", report.say("hr.problem.value"), Width.wrap(26), problem -> words.value(problem)),
                Column.text("message", report.say("word.whatWrong"), Width.wrap(52), problem -> words.message(problem)),
                Column.text("fix", report.say("word.whatDo"), Width.wrap(46), problem -> words.fix(problem)));
    }
}
