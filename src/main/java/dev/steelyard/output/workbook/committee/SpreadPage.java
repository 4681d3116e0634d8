package dev.steelyard.output.workbook.committee;

import dev.steelyard.engine.insight.committee.Spread;
import dev.steelyard.engine.insight.committee.Spread.Quartiles;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.block.FinalSpread;
import dev.steelyard.output.workbook.block.IndicatorLines;
import dev.steelyard.output.workbook.block.Strip;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** 指标分布: how each indicator tells people apart. */
record SpreadPage(Report report, List<Spread> spreads) {

    Sheet sheet() {
        return new Sheet.Page(
                report.say("committee.spread.spread"),
                report.ofPeriod("committee.spread.spreadIndicators"),
                List.of(report.say("committee.spread.peopleWhoPointsInterim")),
                blocks());
    }

    private List<Block<?>> blocks() {
        List<Block<?>> blocks = new ArrayList<>();
        blocks.addAll(new FinalsBlocks(report).all());
        blocks.add(shares());
        boolean first = true;
        for (String dimension : report.plan().dimensions().keySet()) {
            List<Spread> own = spreads.stream()
                    .filter(spread -> report.plan()
                            .indicators()
                            .get(spread.indicator())
                            .dimension()
                            .equals(dimension))
                    .toList();
            if (!own.isEmpty()) {
                blocks.add(points(dimension, own, first));
                first = false;
            }
        }
        blocks.add(values());
        return blocks;
    }

    private Block<Spread> shares() {
        List<Column<Spread>> columns = new ArrayList<>(named());
        columns.add(people());
        columns.add(share("at_cap", report.say("word.cap"), Spread::shareAtCap));
        columns.add(share("between", report.say("committee.spread.between"), spread -> Fraction.ONE
                .minus(spread.shareAtCap())
                .minus(spread.shareAtZero())));
        columns.add(share("at_zero", report.say("word.zero"), Spread::shareAtZero));
        columns.add(Column.<Spread>word(
                        "look", report.say("word.finding"), Width.fit(14, 34), spread -> Crowding.word(report, spread))
                .toned(Crowding::tone));
        return Block.of(report.say("committee.spread.capZero"), columns, spreads, none());
    }

    /**
     * A dimension's indicators: few enough for one picture.
     *
     * @param first whether it says how to read them
     */
    private Block<Spread> points(String dimension, List<Spread> own, boolean first) {
        List<Column<Spread>> columns = new ArrayList<>(named());
        columns.add(people());
        columns.addAll(quartiles(Format.POINTS, spread -> spread.points().map(Datum::points)));
        columns.add(
                Column.text("box", report.say("spread.box"), Width.fit(8, 10), spread -> Strip.box(spread.points())));
        String title = report.say("committee.spread.points", "dimension", report.dimension(dimension));
        Block<Spread> block = Block.of(title, columns, own, none());
        Map<String, Quartiles<Points>> named = new LinkedHashMap<>();
        own.forEach(spread -> named.put(report.indicator(spread.indicator()), spread.points()));
        Stream<String> how = first
                ? Stream.of(
                        report.say("committee.spread.quartilesNearestRankNumber", "from", Strip.FROM, "to", Strip.TO))
                : Stream.empty();
        return block.intro(
                Stream.concat(FinalSpread.finding(report, named).stream(), how).toArray(String[]::new));
    }

    private Block<Spread> values() {
        List<Column<Spread>> columns = new ArrayList<>(named());
        columns.add(people());
        columns.addAll(quartiles(Format.NUMBER, this::shown));
        return Block.of(report.say("committee.spread.values"), columns, spreads, none())
                .intro(report.say("committee.spread.moreNotAlwaysBetter"));
    }

    private Quartiles<Datum> shown(Spread spread) {
        Format format = IndicatorLines.format(report.plan().indicators().get(spread.indicator()));
        return spread.values().map(value -> Datum.number(value.rounded(6), format));
    }

    private String none() {
        return report.say("committee.spread.nobodyPointsIndicatorPeriod");
    }

    // ------------------------------------------------------------------ columns

    private List<Column<Spread>> quartiles(Format format, Function<Spread, Quartiles<Datum>> of) {
        return List.of(
                Column.number("least", report.say("committee.spread.least"), format, spread -> of.apply(spread)
                        .least()),
                Column.number("lower", report.say("committee.spread.lowerQuartile"), format, spread -> of.apply(spread)
                        .lower()),
                Column.number("median", report.say("committee.spread.median"), format, spread -> of.apply(spread)
                        .median()),
                Column.number("upper", report.say("committee.spread.upperQuartile"), format, spread -> of.apply(spread)
                        .upper()),
                Column.number("most", report.say("committee.spread.most"), format, spread -> of.apply(spread)
                        .most()));
    }

    private List<Column<Spread>> named() {
        return List.of(Column.text(
                "indicator",
                report.say("word.indicator"),
                new Width(20, 25, true),
                spread -> report.indicator(spread.indicator())));
    }

    private Column<Spread> people() {
        return Column.count("people", report.say("word.people"), spread -> spread.people());
    }

    private static Column<Spread> share(String id, String title, Function<Spread, Fraction> of) {
        return Column.number(id, title, Format.PERCENT, spread -> Datum.value(of.apply(spread)));
    }
}
