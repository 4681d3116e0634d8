package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.insight.review.GrowthQuality;
import dev.steelyard.engine.insight.review.GrowthQuality.Figures;
import dev.steelyard.engine.insight.review.GrowthQuality.Line;
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
        columns.add(Column.of("level", "层级", "Level", Width.fit(8, 12), Format.WORD, line -> Datum.text(level(line))));
        columns.add(Column.text("subject", "对象", "Subject", Line::subject));
        columns.add(Column.text("by", "分类", "By", line -> line.by().isEmpty() ? total() : by(line)));
        columns.add(Column.text("group", "类别", "Group", this::group));
        columns.addAll(figures());
        Block<Line> block = Block.of(
                        report.say("增长质量 ", "Growth quality ")
                                + report.identity().period(),
                        columns,
                        growth.map(GrowthQuality::lines).orElse(List.of()),
                        report.say(
                                "方案没有增长质量口径，或没有销售明细。",
                                "The plan asks for no growth quality, or there is no export of orders."))
                .intro(explained())
                .toned(line -> line.by().isEmpty() ? Tone.STRONG : Tone.PLAIN);
        return new Sheet.Table<>(report.say("增长质量", "Growth quality"), 4, block);
    }

    /** By person, in all. */
    Sheet people() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.text("employee_id", "工号", "Employee id", Line::subject));
        columns.add(Column.text("name", "姓名", "Name", line -> employee(line).name()));
        columns.add(Column.text("team", "团队", "Team", line -> employee(line).team()));
        columns.add(Column.text("region", "大区", "Region", line -> employee(line).region()));
        columns.addAll(figures());
        Block<Line> block = Block.of(
                        report.say("增长质量（个人） ", "Growth quality by person ")
                                + report.identity().period(),
                        columns,
                        growth.map(GrowthQuality::people).orElse(List.of()),
                        report.say("本期与去年同期都没有销售。", "Nothing was sold, now or a year ago."))
                .intro(report.say(
                        "每人一行：花名册上本期或去年同期有销售的员工，含已离职人员。",
                        "One row a person: everybody on the roster with sales now or a year ago, leavers too."));
        return new Sheet.Table<>(report.say("增长质量·个人", "Growth by person"), 2, block);
    }

    private Employee employee(Line line) {
        return report.result().input().registers().roster().find(line.subject()).orElseThrow();
    }

    private String explained() {
        return report.say(
                "毛利 = 金额 − 成本；增长对比去年同期。▼ 增收减利：销售额增长而毛利下降；! 增收降率：毛利率低于去年同期。人员按花名册所在的团队与大区归属。",
                "Margin = sales − cost; growth against the same period last year. ▼ sales up, margin down: growth bought with"
                        + " discounts; ! sales up, rate down: a lower margin rate than a year ago. People count where the"
                        + " roster places them.");
    }

    private String level(Line line) {
        return switch (line.level()) {
            case COMPANY -> report.say("公司", "company");
            case REGION -> report.say("大区", "region");
            case TEAM -> report.say("团队", "team");
            case PERSON -> report.say("个人", "person");
        };
    }

    private String total() {
        return report.say("合计", "total");
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
                ? report.say("（未填）", "(blank)")
                : report.choice(
                        dataset(line.by()), line.by().substring(line.by().indexOf('.') + 1), line.group());
    }

    // ------------------------------------------------------------------ figures

    private List<Column<Line>> figures() {
        return List.of(
                money("sales", "销售额", "Sales", Figures::sales),
                money("sales_before", "去年同期", "A year ago", Figures::salesBefore),
                percent("growth", "增长率", "Growth", Figures::growth),
                money("margin", "毛利", "Margin", Figures::margin),
                money("margin_before", "去年同期毛利", "Margin a year ago", Figures::marginBefore),
                percent("margin_growth", "毛利增长率", "Margin growth", Figures::marginGrowth),
                percent("margin_rate", "毛利率", "Margin rate", Figures::marginRate),
                percent("margin_rate_before", "去年同期毛利率", "Rate a year ago", Figures::marginRateBefore),
                Column.<Line>of(
                                "quality",
                                "质量",
                                "Quality",
                                Width.fit(14, 26),
                                Format.WORD,
                                line -> Datum.text(quality(line.figures())))
                        .toned(line -> tone(line.figures())));
    }

    private static Column<Line> money(String id, String zh, String en, Function<Figures, BigDecimal> of) {
        return Column.number(
                id,
                zh,
                en,
                Format.MONEY,
                line -> Datum.number(of.apply(line.figures()).setScale(2, RoundingMode.HALF_UP)));
    }

    private static Column<Line> percent(String id, String zh, String en, Function<Figures, Optional<Fraction>> of) {
        return Column.number(id, zh, en, Format.PERCENT, line -> of.apply(line.figures())
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
            return report.say("▼ 增收减利", "▼ sales up, margin down");
        }
        if (losesRate(figures)) {
            return report.say("! 增收降率", "! sales up, rate down");
        }
        return isGrowing(figures) ? report.say("▲ 增收增利", "▲ both up") : "";
    }

    private static Tone tone(Figures figures) {
        return losesMargin(figures)
                ? Tone.WORST
                : losesRate(figures) ? Tone.LOW : isGrowing(figures) ? Tone.GOOD : Tone.PLAIN;
    }
}
