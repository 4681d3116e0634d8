package dev.steelyard.output.workbook.hr;

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
                        report.say("维度与指标 ", "Dimensions and indicators ")
                                + report.identity().period(),
                        columns(),
                        lines,
                        report.say("本期没有被考核人。", "Nobody is scored in this period."))
                .intro(
                        report.say(
                                "每人每个维度一行（加粗），其下是各指标：实际值按方案的分档换算为得分，维度得分 = Σ 权重 × 得分 ÷ Σ 有得分指标的权重，再计扣分、赋能与探索期。",
                                "One bold line for each person and dimension, its indicators below: the curve turns a value into points;"
                                        + " dimension = Σ weight × points ÷ Σ weight of the indicators with points, then deductions,"
                                        + " enablement and exploration."),
                        report.sentence("screen.only"))
                .toned(line -> line.isDimension() ? Tone.STRONG : Tone.PLAIN);
        return new Sheet.Table<>(report.say("维度与指标", "Indicators"), 2, block.onScreen());
    }

    private List<Column<Line>> columns() {
        List<Column<Line>> columns = new ArrayList<>(Person.columns(report, Line::card));
        columns.addAll(indicators.figures());
        columns.add(indicators.rows());
        columns.add(indicators.notes(44));
        return columns;
    }
}
