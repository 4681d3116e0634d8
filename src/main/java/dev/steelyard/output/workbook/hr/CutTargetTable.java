package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.run.CutTargets.Cut;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 目标折算: every target that the run cut, how, and which of them may have been reduced before (rulings 101). */
final class CutTargetTable {

    private final Report report;

    CutTargetTable(Report report) {
        this.report = report;
    }

    /** Nothing where every target holds whole. */
    Optional<Sheet> sheet() {
        List<Cut> cuts = report.result().cutTargets();
        if (cuts.isEmpty()) {
            return Optional.empty();
        }
        String title = report.say("sheet.cut");
        return Optional.of(new Sheet.Table<>(
                title,
                2,
                Block.of(title + " " + report.identity().period(), columns(), cuts, "")
                        .intro(report.say("sheet.cut.intro"))));
    }

    private String column(String key) {
        return report.say("sheet.cut." + key);
    }

    private List<Column<Cut>> columns() {
        List<Column<Cut>> columns = new ArrayList<>(Person.columns(report, Cut::card));
        columns.add(Column.of(
                "indicator",
                column("indicator"),
                Width.fit(10, 24),
                Format.TEXT,
                cut -> Datum.text(report.indicator(cut.name()))));
        columns.add(Column.number(
                "whole",
                column("whole"),
                Format.MONEY,
                cut -> Datum.number(cut.target().target().value().rounded(2))));
        columns.add(Column.number(
                "target",
                column("target"),
                Format.MONEY,
                cut -> Datum.number(cut.target().value().rounded(2))));
        columns.add(Column.of(
                "how",
                column("how"),
                Width.wrap(48),
                Format.TEXT,
                cut -> Datum.text(report.say(cut.target().note()))));
        columns.add(Column.of(
                "check",
                column("check"),
                Width.wrap(40),
                Format.TEXT,
                cut -> Datum.text(
                        cut.isSuspicious()
                                ? report.say(
                                        "sheet.cut.reduced",
                                        "median",
                                        cut.median().map(Fraction::grouped).orElse(""))
                                : "")));
        return columns;
    }
}
