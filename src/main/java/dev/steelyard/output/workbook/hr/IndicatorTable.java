package dev.steelyard.output.workbook.hr;

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

/** 维度与指标: how each dimension of each person came about. */
final class IndicatorTable {

    private final Report report;
    private final IndicatorLines indicators;

    IndicatorTable(Report report) {
        this.report = report;
        this.indicators = new IndicatorLines(report);
    }

    Sheet sheet() {
        Iterable<Line> lines =
                () -> report.cards().stream().flatMap(indicators::of).iterator();
        Block<Line> block = Block.of(
                        report.ofPeriod("hr.indicator.dimensionsIndicators"),
                        columns(),
                        lines,
                        report.say("word.nobodyScoredPeriod"))
                .intro(report.say("hr.indicator.oneBoldLineEach"), report.say("screen.only"))
                .toned(line -> line.isDimension() ? Tone.STRONG : Tone.PLAIN);
        return new Sheet.Table<>(report.say("hr.indicator.indicators"), 2, block.onScreen());
    }

    private List<Column<Line>> columns() {
        List<Column<Line>> columns = new ArrayList<>(Person.columns(report, Line::card));
        columns.addAll(indicators.figures());
        columns.add(indicators.rows());
        columns.add(indicators.notes(44));
        return columns;
    }
}
