package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import dev.steelyard.words.MeasureWords;
import dev.steelyard.words.PlanWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 指标定义: the plan's indicators as they are scored. */
final class DefinitionTable {

    private record Line(String id, Indicator indicator) {}

    private final Report report;
    private final MeasureWords measures;

    DefinitionTable(Report report) {
        this.report = report;
        this.measures = new MeasureWords(
                new PlanWords(
                        report.language(), report.result().input().registers().schemas()),
                report.plan());
    }

    Sheet sheet() {
        List<Line> lines = report.plan().indicators().entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
        Block<Line> block = Block.of(
                        report.say(
                                "hr.definition.indicatorsPlan",
                                "what",
                                report.say(report.plan().name())),
                        columns(),
                        lines,
                        report.say("hr.definition.planNoIndicators"))
                .intro(report.say("hr.definition.weightsPercentDimension0"), report.say("screen.only"));
        return new Sheet.Table<>(report.say("hr.definition.definitions"), 1, block.onScreen());
    }

    private List<Column<Line>> columns() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.text(
                "name",
                report.say("word.indicator"),
                line -> report.say(line.indicator().name())));
        columns.add(Column.text(
                "dimension",
                report.say("word.dimension"),
                line -> report.dimension(line.indicator().dimension())));
        for (Map.Entry<String, Track> track : report.plan().tracks().entrySet()) {
            columns.add(Column.of(
                    "weight_" + track.getKey(),
                    report.say(track.getValue().name()),
                    Width.fit(8, 12),
                    Format.PLAIN,
                    line -> weight(line.indicator(), track.getKey())));
        }
        columns.add(Column.text(
                "measure",
                report.say("hr.definition.howMeasured"),
                Width.wrap(46),
                line -> measures.of(line.id(), line.indicator())));
        columns.add(Column.text(
                "curve",
                report.say("hr.definition.curveValuePoints"),
                Width.wrap(30),
                line -> curve(line.indicator())));
        columns.add(Column.text(
                "missing",
                report.say("hr.definition.whenDataMissing"),
                Width.wrap(20),
                line -> missing(line.indicator())));
        columns.add(Column.<Line>text("id", report.say("hr.definition.id"), Width.fit(12, 30), line -> line.id())
                .onScreen());
        return columns;
    }

    private static Datum weight(Indicator indicator, String track) {
        return indicator.concerns(track)
                ? Datum.number(indicator.weight().get(track).rounded(4))
                : Datum.NONE;
    }

    private String missing(Indicator indicator) {
        boolean scored = indicator.weight().values().stream().anyMatch(weight -> weight.signum() != 0);
        return scored ? report.say(StateWords.effect(indicator.missing())) : "";
    }

    private String curve(Indicator indicator) {
        return indicator
                .curve()
                .map(curve -> curve(curve, indicator.unit()))
                .orElse(report.say("hr.definition.notScored"));
    }

    private String curve(Curve curve, Indicator.Unit unit) {
        if (curve instanceof Curve.Linear linear) {
            return points(linear.points(), unit);
        }
        if (curve instanceof Curve.Step step) {
            return report.say("hr.definition.steps", "points", points(step.points(), unit));
        }
        return report.say("hr.definition.valuePoints");
    }

    private String points(List<Curve.Point> points, Indicator.Unit unit) {
        return points.stream()
                .map(point ->
                        shown(point.value(), unit) + " → " + point.points().plain())
                .collect(Collectors.joining(report.say("list.clauses")));
    }

    private String shown(Fraction value, Indicator.Unit unit) {
        String text = unit == Indicator.Unit.PERCENT ? value.percent() : value.plain();
        return text.replace('-', '−') + (unit == Indicator.Unit.DAYS ? report.say("hr.definition.days") : "");
    }
}
