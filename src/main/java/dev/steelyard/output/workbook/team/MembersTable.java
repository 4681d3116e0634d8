package dev.steelyard.output.workbook.team;

import dev.steelyard.output.workbook.IndicatorLines;
import dev.steelyard.output.workbook.IndicatorLines.Line;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import java.util.ArrayList;
import java.util.List;

/** 成员明细: the dimensions and indicators of a team that is too large for a sheet a member. */
final class MembersTable {

    private final Report report;
    private final Team team;
    private final IndicatorLines indicators;

    MembersTable(Report report, Team team) {
        this.report = report;
        this.team = team;
        this.indicators = new IndicatorLines(report);
    }

    Sheet sheet() {
        Iterable<Line> lines =
                () -> team.shown().stream().flatMap(indicators::of).iterator();
        Block<Line> block = Block.of(
                        report.say("成员明细 ", "Members ") + team.name(),
                        columns(),
                        lines,
                        report.say("本期团队没有被考核人。", "Nobody of the team is scored in this period."))
                .intro(
                        report.say(
                                "人数较多，各成员的维度（加粗）与指标合列一页，可按姓名筛选。",
                                "The team is large: dimensions (bold) and indicators of all members on one sheet, to be filtered by name."))
                .toned(line -> line.isDimension() ? Tone.STRONG : Tone.PLAIN);
        return new Sheet.Table<>(report.say("成员明细", "Members"), 2, block);
    }

    private List<Column<Line>> columns() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Person.id(Line::card));
        columns.add(Person.name(Line::card));
        columns.addAll(indicators.figures());
        columns.add(indicators.notes(30));
        return columns;
    }
}
