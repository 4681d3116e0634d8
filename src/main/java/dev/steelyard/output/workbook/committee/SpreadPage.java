package dev.steelyard.output.workbook.committee;

import dev.steelyard.engine.insight.committee.Spread;
import dev.steelyard.engine.insight.committee.Spread.Quartiles;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.IndicatorLines;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Chart;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** 指标分布: how each indicator tells people apart. */
final class SpreadPage {

    private final Report report;
    private final List<Spread> spreads;

    SpreadPage(Report report, List<Spread> spreads) {
        this.report = report;
        this.spreads = spreads;
    }

    Sheet sheet() {
        return new Sheet.Page(
                report.say("指标分布", "Spread"),
                report.say("指标分布 ", "Spread of the indicators ")
                        + report.identity().period(),
                List.of(
                        report.say(
                                "有得分的人，含中期与已否决，不含待核。封顶：分档的最高分。",
                                "People who have points, interim and vetoed ones too, held ones not. Cap: the curve's highest points.")),
                blocks());
    }

    private List<Block<?>> blocks() {
        List<Block<?>> blocks = new ArrayList<>();
        blocks.add(shares());
        for (String dimension : report.plan().dimensions().keySet()) {
            List<Spread> own = spreads.stream()
                    .filter(spread -> report.plan()
                            .indicators()
                            .get(spread.indicator())
                            .dimension()
                            .equals(dimension))
                    .toList();
            if (!own.isEmpty()) {
                blocks.add(points(dimension, own));
            }
        }
        blocks.add(values());
        return blocks;
    }

    private Block<Spread> shares() {
        List<Column<Spread>> columns = new ArrayList<>(named());
        columns.add(people());
        columns.add(share("at_cap", "封顶占比", "At the cap", Spread::shareAtCap));
        columns.add(share("between", "之间占比", "In between", spread -> Fraction.ONE
                .minus(spread.shareAtCap())
                .minus(spread.shareAtZero())));
        columns.add(share("at_zero", "零分占比", "At zero", Spread::shareAtZero));
        columns.add(Column.<Spread>of(
                        "look",
                        "结论",
                        "Finding",
                        Width.fit(14, 34),
                        Format.WORD,
                        spread -> Datum.text(Crowding.word(report, spread)))
                .toned(Crowding::tone));
        return Block.of(report.say("封顶与零分", "At the cap and at zero"), columns, spreads, none())
                .chart(Chart.shares(
                        report.say("封顶、之间与零分的占比", "Shares at the cap, in between and at zero"), 0, 2, 3, 4));
    }

    /** A dimension's indicators: few enough for one picture. */
    private Block<Spread> points(String dimension, List<Spread> own) {
        List<Column<Spread>> columns = new ArrayList<>(named());
        columns.add(people());
        columns.addAll(quartiles(Format.POINTS, spread -> spread.points().map(Datum::points)));
        String title = report.dimension(dimension) + report.say("：得分的分布", ": points");
        return Block.of(title, columns, own, none())
                .intro(
                        report.say(
                                "四分位按最近名次：从低到高第 ⌈n÷4⌉、⌈n÷2⌉、⌈3n÷4⌉ 个，都是某个人的实际数字，不插值。",
                                "Quartiles by nearest rank: number ⌈n÷4⌉, ⌈n÷2⌉ and ⌈3n÷4⌉ from below, each somebody's own figure."))
                .chart(Chart.bars(report.say("得分的四分位", "Quartiles of the points"), 0, 3, 4, 5));
    }

    private Block<Spread> values() {
        List<Column<Spread>> columns = new ArrayList<>(named());
        columns.add(people());
        columns.addAll(quartiles(Format.NUMBER, this::shown));
        return Block.of(report.say("实际值的分布", "Values"), columns, spreads, none())
                .intro(report.say(
                        "实际值越大不一定越好：缺货率、交货周期等越小越好。",
                        "More is not always better: less is, of stock-outs or days of delivery."));
    }

    private Quartiles<Datum> shown(Spread spread) {
        Format format = IndicatorLines.format(report.plan().indicators().get(spread.indicator()));
        return spread.values().map(value -> Datum.number(value.rounded(6), format));
    }

    private String none() {
        return report.say(
                "本期没有人有指标得分：本期的成绩是较短周期的均值，请看那些周期的委员会资料。",
                "Nobody has points of an indicator in this period: its figures are means of shorter ones; see their packs.");
    }

    // ------------------------------------------------------------------ columns

    private static List<Column<Spread>> quartiles(Format format, Function<Spread, Quartiles<Datum>> of) {
        return List.of(
                Column.number("least", "最低", "Least", format, spread -> of.apply(spread)
                        .least()),
                Column.number("lower", "下四分位", "Lower quartile", format, spread -> of.apply(spread)
                        .lower()),
                Column.number("median", "中位", "Median", format, spread -> of.apply(spread)
                        .median()),
                Column.number("upper", "上四分位", "Upper quartile", format, spread -> of.apply(spread)
                        .upper()),
                Column.number(
                        "most", "最高", "Most", format, spread -> of.apply(spread).most()));
    }

    private List<Column<Spread>> named() {
        return List.of(Column.of(
                "indicator",
                "指标",
                "Indicator",
                Width.fit(22, 34),
                Format.TEXT,
                spread -> Datum.text(report.indicator(spread.indicator()))));
    }

    private static Column<Spread> people() {
        return Column.number("people", "人数", "People", Format.COUNT, spread -> Datum.whole(spread.people()));
    }

    private static Column<Spread> share(String id, String zh, String en, Function<Spread, Fraction> of) {
        return Column.number(id, zh, en, Format.PERCENT, spread -> Datum.value(of.apply(spread)));
    }
}
