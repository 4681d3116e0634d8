package dev.steelyard.workbook;

import dev.steelyard.measure.Measured;
import dev.steelyard.plan.Indicator;
import dev.steelyard.score.ComplianceRecord;
import dev.steelyard.score.DimensionScore;
import dev.steelyard.score.IndicatorScore;
import dev.steelyard.score.RankedScorecard;
import dev.steelyard.score.RankedScorecard.Status;
import dev.steelyard.unit.Fraction;
import dev.steelyard.workbook.book.Block;
import dev.steelyard.workbook.book.Column;
import dev.steelyard.workbook.book.Datum;
import dev.steelyard.workbook.book.Format;
import dev.steelyard.workbook.book.Sheet;
import dev.steelyard.workbook.book.Tone;
import dev.steelyard.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** 维度与指标: how each dimension of each person came about. */
final class IndicatorTable {

    /** A dimension's line, or one of an indicator below it. */
    private record Line(RankedScorecard card, DimensionScore dimension, Optional<IndicatorScore> indicator) {}

    private final Report report;
    private final Reasons reasons;

    IndicatorTable(Report report) {
        this.report = report;
        this.reasons = new Reasons(report);
    }

    Sheet sheet() {
        Iterable<Line> lines =
                () -> report.cards().stream().flatMap(this::lines).iterator();
        Block<Line> block = Block.of(
                        report.say("维度与指标 ", "Dimensions and indicators ")
                                + report.identity().period(),
                        columns(),
                        lines,
                        report.say("本期没有被考核人。", "Nobody is scored in this period."))
                .intro(report.say(
                        "每人每个维度一行（加粗），其下是各指标：实际值按方案的分档换算为得分，维度得分 = Σ 权重 × 得分 ÷ Σ 有得分指标的权重，再计扣分、赋能与探索期。",
                        "One bold line for each person and dimension, its indicators below: the curve turns a value into points;"
                                + " dimension = Σ weight × points ÷ Σ weight of the indicators with points, then deductions,"
                                + " enablement and exploration."))
                .toned(line -> line.indicator().isEmpty() ? Tone.STRONG : Tone.PLAIN);
        return new Sheet.Table<>(report.say("维度与指标", "Indicators"), 2, block);
    }

    private Stream<Line> lines(RankedScorecard card) {
        return card.card().dimensions().values().stream()
                .flatMap(dimension -> Stream.concat(
                        Stream.of(new Line(card, dimension, Optional.empty())),
                        dimension.indicators().stream().map(score -> new Line(card, dimension, Optional.of(score)))));
    }

    private List<Column<Line>> columns() {
        List<Column<Line>> columns = new ArrayList<>(Person.columns(report, Line::card));
        columns.add(Column.text(
                "dimension",
                "维度",
                "Dimension",
                line -> report.dimension(line.dimension().dimension())));
        columns.add(Column.of(
                "indicator",
                "指标",
                "Indicator",
                Width.fit(12, 34),
                Format.TEXT,
                line -> Datum.text(line.indicator()
                        .map(score -> report.say(score.indicator().name()))
                        .orElse(report.say("维度得分", "dimension")))));
        columns.add(Column.number("value", "实际值", "Value", Format.NUMBER, ofIndicator(score -> score.value()
                .map(value -> Datum.number(value.rounded(6), format(score.indicator())))
                .orElse(Datum.NONE))));
        columns.add(Column.number("target", "目标", "Target", Format.NUMBER, ofIndicator(score -> score.measured()
                .target()
                .map(Datum::value)
                .orElse(Datum.NONE))));
        columns.add(Column.number("points", "得分", "Points", Format.POINTS, this::points)
                .scaled(Grades.scale(report.plan())));
        columns.add(Column.number(
                "weight",
                "权重 %",
                "Weight %",
                Format.PLAIN,
                line -> Datum.number(line.indicator()
                        .map(IndicatorScore::weight)
                        .orElse(line.dimension().weight())
                        .rounded(4))));
        columns.add(Column.number("rows", "来源行数", "Source rows", Format.COUNT, ofIndicator(score -> score.measured()
                .rows()
                .map(Datum::whole)
                .orElse(Datum.NONE))));
        columns.add(Column.of(
                "note",
                "缺失原因与说明",
                "Missing reason, remarks",
                Width.wrap(44),
                Format.TEXT,
                line -> Datum.text(note(line))));
        return columns;
    }

    private static Function<Line, Datum> ofIndicator(Function<IndicatorScore, Datum> of) {
        return line -> line.indicator().map(of).orElse(Datum.NONE);
    }

    /** A held person's dimensions stay blank; what indicators could be computed is shown (rulings 57). */
    private Datum points(Line line) {
        if (line.indicator().isPresent()) {
            return Datum.points(line.indicator().get().points());
        }
        return line.card().status() == Status.HELD
                ? Datum.NONE
                : Datum.points(line.dimension().points());
    }

    static Format format(Indicator indicator) {
        return indicator.unit() == Indicator.Unit.PERCENT ? Format.PERCENT : Format.NUMBER;
    }

    private String note(Line line) {
        return line.indicator().map(this::note).orElseGet(() -> dimensionNote(line));
    }

    private String note(IndicatorScore score) {
        List<String> parts = new ArrayList<>();
        score.measured().gap().ifPresent(gap -> parts.add(gap(gap, score)));
        if (score.weight().signum() == 0) {
            parts.add(report.say("只显示，不计分", "shown, not scored"));
        }
        score.remarks().forEach(remark -> parts.add(reasons.of(remark)));
        if (!score.measured().note().isEmpty()) {
            parts.add(report.say(
                    score.measured().note().replace("target by calibration ", "目标按校准 "),
                    score.measured().note()));
        }
        return report.join(parts);
    }

    private String gap(Measured.Gap gap, IndicatorScore score) {
        return report.say(Words.of(gap))
                + (score.weight().signum() == 0
                        ? ""
                        : report.say("，", ": ")
                                + report.say(Words.effect(score.indicator().missing())));
    }

    private String dimensionNote(Line line) {
        DimensionScore dimension = line.dimension();
        if (line.card().status() == Status.HELD) {
            return report.say("待核，不计分", "held, not scored");
        }
        List<String> parts = new ArrayList<>();
        if (dimension.points().isEmpty()) {
            parts.add(
                    dimension.weight().compareTo(Fraction.ZERO) == 0
                            ? report.say("该序列无此维度", "not a dimension of this track")
                            : report.say("没有数据，权重分摊给其他维度", "no data: weight goes to the other dimensions"));
        }
        if (isCompliance(dimension) && dimension.base().isPresent()) {
            complianceNote(line, parts);
        }
        dimension.remarks().forEach(remark -> parts.add(reasons.of(remark)));
        return report.join(parts);
    }

    private boolean isCompliance(DimensionScore dimension) {
        return dimension.dimension().equals(report.plan().rules().compliance().dimension());
    }

    private void complianceNote(Line line, List<String> parts) {
        ComplianceRecord compliance = line.card().card().compliance();
        boolean deducted = compliance.deducted().hundredths() != 0;
        boolean enabled = compliance.enabled().hundredths() != 0;
        if (deducted || enabled) {
            parts.add(report.say("指标得分 ", "indicators ")
                    + line.dimension().base().orElseThrow()
                    + (deducted ? report.say("，扣分 −", ", deductions −") + compliance.deducted() : "")
                    + (enabled ? report.say("，赋能 +", ", enablement +") + compliance.enabled() : ""));
        }
    }
}
