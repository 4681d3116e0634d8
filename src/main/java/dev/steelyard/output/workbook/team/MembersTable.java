package dev.steelyard.output.workbook.team;

import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.block.IndicatorLines;
import dev.steelyard.output.workbook.block.IndicatorLines.Line;
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
                        report.say("team.members.members", "team", team.name()),
                        columns(),
                        lines,
                        report.say("word.nobodyTeamScoredPeriod"))
                .intro(report.say("team.members.teamLargeDimensionsBold"))
                .toned(line -> line.isDimension() ? Tone.STRONG : Tone.PLAIN);
        return new Sheet.Table<>(report.say("team.members.members2"), 2, block);
    }

    private List<Column<Line>> columns() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Person.id(report, Line::card));
        columns.add(Person.name(report, Line::card));
        columns.addAll(indicators.figures());
        columns.add(indicators.notes(30));
        return columns;
    }
}
