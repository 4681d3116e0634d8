package dev.steelyard.output.workbook.block;

import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.score.ComplianceRecord;
import dev.steelyard.engine.score.DimensionScore;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.verb.Measured;
import dev.steelyard.output.workbook.Grades;
import dev.steelyard.output.workbook.Reasons;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How a person's dimensions came about: a line for each dimension, one for each of its indicators below it. */
public final class IndicatorLines {

    /** A dimension's line, or one of an indicator below it. */
    public record Line(RankedScorecard card, DimensionScore dimension, Optional<IndicatorScore> indicator) {
        public boolean isDimension() {
            return indicator.isEmpty();
        }
    }

    private final Report report;
    private final Reasons reasons;

    public IndicatorLines(Report report) {
        this.report = report;
        this.reasons = new Reasons(report);
    }

    public Stream<Line> of(RankedScorecard card) {
        return card.card().dimensions().values().stream()
                .flatMap(dimension -> Stream.concat(
                        Stream.of(new Line(card, dimension, Optional.empty())),
                        dimension.indicators().stream().map(score -> new Line(card, dimension, Optional.of(score)))));
    }

    /** Dimension, indicator, value, target, points and weight. */
    public List<Column<Line>> figures() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.text("dimension", report.say("word.dimension"), this::dimension));
        columns.add(indicator(line -> report.say("book.indicator.dimensionScore")));
        columns.addAll(numbers());
        return columns;
    }

    /** The same without a column for the dimension: its own line names it, above its indicators. */
    public List<Column<Line>> underDimensions() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(indicator(this::dimension));
        columns.addAll(numbers());
        return columns;
    }

    private String dimension(Line line) {
        return report.dimension(line.dimension().dimension());
    }

    /** @param ofDimension what the line of a dimension says */
    private Column<Line> indicator(Function<Line, String> ofDimension) {
        return Column.text("indicator", report.say("word.indicator"), Width.fit(12, 32), line -> line.indicator()
                .map(score -> report.say(score.indicator().name()))
                .orElseGet(() -> ofDimension.apply(line)));
    }

    private List<Column<Line>> numbers() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.number(
                "value", report.say("book.indicator.value"), Format.NUMBER, ofIndicator(score -> score.value()
                        .map(value -> Datum.number(value.rounded(6), format(score.indicator())))
                        .orElse(Datum.NONE))));
        columns.add(
                Column.number("target", report.say("word.target"), Format.NUMBER, ofIndicator(score -> score.measured()
                        .target()
                        .map(Datum::value)
                        .orElse(Datum.NONE))));
        columns.add(Column.number("points", report.say("word.points"), Format.POINTS, this::points)
                .scaled(Grades.scale(report.plan())));
        columns.add(Column.number(
                "weight",
                report.say("book.indicator.weightPercent"),
                Format.PLAIN,
                line -> Datum.number(line.indicator()
                        .map(IndicatorScore::weight)
                        .orElse(line.dimension().weight())
                        .rounded(4))));
        return columns;
    }

    /** How many source rows a value is made of. */
    public Column<Line> rows() {
        return Column.number(
                "rows",
                report.say("book.indicator.sourceRows"),
                Format.COUNT,
                ofIndicator(score -> score.measured().rows().map(Datum::whole).orElse(Datum.NONE)));
    }

    /** Why a value is missing, and what else a reader should know. */
    public Column<Line> notes(int width) {
        return Column.text(
                "note", report.say("book.indicator.missingReasonRemarks"), Width.wrap(width), line -> note(line));
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

    public static Format format(Indicator indicator) {
        return indicator.unit() == Indicator.Unit.PERCENT ? Format.PERCENT : Format.NUMBER;
    }

    private String note(Line line) {
        return line.indicator().map(this::note).orElseGet(() -> dimensionNote(line));
    }

    private String note(IndicatorScore score) {
        List<String> parts = new ArrayList<>();
        score.measured().gap().ifPresent(gap -> parts.add(gap(gap, score)));
        if (score.weight().signum() == 0) {
            parts.add(report.say("book.indicator.shownNotScored"));
        }
        score.remarks().forEach(remark -> parts.add(reasons.of(remark)));
        if (!score.measured().note().isBlank()) {
            parts.add(report.say(score.measured().note()));
        }
        return report.join(parts);
    }

    private String gap(Measured.Gap gap, IndicatorScore score) {
        return report.say(StateWords.of(gap))
                + (score.weight().signum() == 0
                        ? ""
                        : report.say(
                                "book.indicator.what",
                                "what",
                                report.say(StateWords.effect(score.indicator().missing()))));
    }

    private String dimensionNote(Line line) {
        DimensionScore dimension = line.dimension();
        if (line.card().status() == Status.HELD) {
            return report.say("book.indicator.heldNotScored");
        }
        List<String> parts = new ArrayList<>();
        if (dimension.points().isEmpty()) {
            parts.add(
                    dimension.weight().compareTo(Fraction.ZERO) == 0
                            ? report.say("book.indicator.notDimensionTrack")
                            : report.say("book.indicator.noDataWeightGoes"));
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
            parts.add(report.say(
                    "book.indicator.indicators",
                    "base",
                    line.dimension().base().orElseThrow(),
                    "what",
                    (deducted ? report.say("book.indicator.deductions", "deducted", compliance.deducted()) : ""),
                    "what2",
                    (enabled ? report.say("book.indicator.enablement", "enabled", compliance.enabled()) : "")));
        }
    }
}
