package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.insight.review.GrowthQuality;
import dev.steelyard.engine.insight.review.GrowthQuality.Figures;
import dev.steelyard.engine.insight.review.GrowthQuality.Line;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** 增长质量: volume beside profit, so that growth bought with discounts shows. */
final class GrowthTable {

    private final Report report;
    private final Optional<GrowthQuality> growth;

    GrowthTable(Report report) {
        this.report = report;
        this.growth = GrowthQuality.of(
                report.plan(),
                report.result().input().registers(),
                report.result().measurements(),
                report.identity().period());
    }

    /** By company, region and team. */
    Sheet sheet() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.word("level", report.say("hr.growth.level"), Width.fit(8, 12), line -> level(line)));
        columns.add(Column.text("subject", report.say("word.subject"), Line::subject));
        columns.add(
                Column.text("by", report.say("hr.growth.by"), line -> line.by().isEmpty() ? total() : by(line)));
        columns.add(Column.text("group", report.say("hr.growth.group"), this::group));
        columns.addAll(figures());
        Block<Line> block = Block.of(
                        report.ofPeriod("hr.growth.growthQuality"),
                        columns,
                        growth.map(GrowthQuality::lines).orElse(List.of()),
                        report.say("hr.growth.planAsksNoGrowth"))
                .intro(explained(), report.say("screen.only"))
                .toned(line -> line.by().isEmpty() ? Tone.STRONG : Tone.PLAIN);
        return new Sheet.Table<>(report.say("word.growthQuality"), 4, block.onScreen());
    }

    /** By person, in all. */
    Sheet people() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.text("employee_id", report.say("word.employeeId"), Line::subject));
        columns.add(Column.text(
                "name", report.say("word.name"), line -> employee(line).name()));
        columns.add(Column.text(
                "team", report.say("word.team"), line -> employee(line).team()));
        columns.add(Column.text(
                "region", report.say("word.region"), line -> employee(line).region()));
        columns.addAll(figures());
        Block<Line> block = Block.of(
                        report.ofPeriod("hr.growth.growthQualityPerson"),
                        columns,
                        growth.map(GrowthQuality::people).orElse(List.of()),
                        report.say("hr.growth.nothingSoldNowYear"))
                .intro(report.say("hr.growth.oneRowPersonEverybody"), report.say("screen.only"));
        return new Sheet.Table<>(report.say("hr.growth.growthPerson"), 2, block.onScreen());
    }

    private Employee employee(Line line) {
        return report.result().input().registers().roster().find(line.subject()).orElseThrow();
    }

    private String explained() {
        return report.say("hr.growth.marginSalesCostGrowth");
    }

    private String level(Line line) {
        return report.say(Said.of("hr.growth.level", line.level()));
    }

    private String total() {
        return report.say("hr.growth.total");
    }

    private String by(Line line) {
        return report.column(dataset(line.by()), line.by().substring(line.by().indexOf('.') + 1))
                .replace('_', ' ');
    }

    /** {@code customer.kind} is a column of the customers. */
    private String dataset(String path) {
        int dot = path.indexOf('.');
        String own = report.plan().growthQuality().orElseThrow().dataset();
        return dot < 0
                ? own
                : report.schema(own)
                        .flatMap(schema -> schema.column(path.substring(0, dot) + "_id"))
                        .flatMap(column -> column.references())
                        .orElse(own);
    }

    private String group(Line line) {
        if (line.by().isEmpty()) {
            return "";
        }
        return line.group().isEmpty()
                ? report.say("hr.growth.blank")
                : report.choice(
                        dataset(line.by()), line.by().substring(line.by().indexOf('.') + 1), line.group());
    }

    // ------------------------------------------------------------------ figures

    private List<Column<Line>> figures() {
        return List.of(
                money("sales", report.say("hr.growth.sales"), Figures::sales),
                money("sales_before", report.say("hr.growth.yearAgo"), Figures::salesBefore),
                percent("growth", report.say("hr.growth.growth"), Figures::growth),
                money("margin", report.say("hr.growth.margin"), Figures::margin),
                money("margin_before", report.say("hr.growth.marginYearAgo"), Figures::marginBefore),
                percent("margin_growth", report.say("hr.growth.marginGrowth"), Figures::marginGrowth),
                percent("margin_rate", report.say("hr.growth.marginRate"), Figures::marginRate),
                percent("margin_rate_before", report.say("hr.growth.rateYearAgo"), Figures::marginRateBefore),
                Column.<Line>word(
                                "quality",
                                report.say("hr.growth.quality"),
                                Width.fit(14, 26),
                                line -> quality(line.figures()))
                        .toned(line -> tone(line.figures())));
    }

    private static Column<Line> money(String id, String title, Function<Figures, BigDecimal> of) {
        return Column.number(
                id,
                title,
                Format.MONEY,
                line -> Datum.number(of.apply(line.figures()).setScale(2, RoundingMode.HALF_UP)));
    }

    private static Column<Line> percent(String id, String title, Function<Figures, Optional<Fraction>> of) {
        return Column.number(id, title, Format.PERCENT, line -> of.apply(line.figures())
                .map(Datum::value)
                .orElse(Datum.NONE));
    }

    private static boolean isGrowing(Figures figures) {
        return figures.growth().filter(growth -> growth.signum() > 0).isPresent();
    }

    private static boolean losesMargin(Figures figures) {
        return isGrowing(figures) && figures.margin().compareTo(figures.marginBefore()) < 0;
    }

    private static boolean losesRate(Figures figures) {
        return isGrowing(figures)
                && figures.marginRate()
                        .filter(now -> figures.marginRateBefore()
                                .filter(before -> now.compareTo(before) < 0)
                                .isPresent())
                        .isPresent();
    }

    private String quality(Figures figures) {
        if (losesMargin(figures)) {
            return report.say("hr.growth.salesUpMarginDown");
        }
        if (losesRate(figures)) {
            return report.say("hr.growth.salesUpRateDown");
        }
        return isGrowing(figures) ? report.say("hr.growth.bothUp") : "";
    }

    private static Tone tone(Figures figures) {
        return losesMargin(figures)
                ? Tone.WORST
                : losesRate(figures) ? Tone.LOW : isGrowing(figures) ? Tone.GOOD : Tone.PLAIN;
    }
}
