package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.insight.team.LostPoints;
import dev.steelyard.engine.insight.team.Trend;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Advice;
import dev.steelyard.output.workbook.Coaching;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.Words;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Chart;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What cost a member the most points, and how the dimensions moved. */
final class MemberFigures {

    /** So many of the parts that cost points are named; the rest is small. */
    private static final int COSTLY = 6;

    private static final Width LABEL = Width.fit(16, 32);
    private static final Width NUMBER = Width.fit(11, 14);

    private final Report report;
    private final Coaching coaching;
    private final Advice advice;

    MemberFigures(Report report, Coaching coaching) {
        this.report = report;
        this.coaching = coaching;
        this.advice = new Advice(report, coaching);
    }

    List<Block<?>> of(RankedScorecard card) {
        List<Block<?>> blocks = new ArrayList<>();
        coaching.lostPoints(card).map(this::costs).ifPresent(blocks::add);
        coaching.trend(card).map(this::trend).ifPresent(blocks::add);
        return blocks;
    }

    private Block<?> trend(Trend trend) {
        List<Column<Trend.Mark>> columns = new ArrayList<>();
        columns.add(Column.of(
                "period",
                "周期",
                "Period",
                LABEL,
                Format.TEXT,
                mark -> Datum.text(mark.period().toString())));
        columns.add(Column.of("final", "最终得分", "Final", NUMBER, Format.POINTS, mark -> Datum.points(mark.score())));
        columns.add(Column.of(
                "grade",
                "等级",
                "Grade",
                NUMBER,
                Format.WORD,
                mark -> Datum.text(mark.grade().orElse(""))));
        report.plan()
                .dimensions()
                .forEach((id, name) -> columns.add(Column.of(
                        id,
                        name.zh(),
                        name.en(),
                        NUMBER,
                        Format.POINTS,
                        mark -> Datum.points(
                                Optional.ofNullable(mark.dimensions().get(id))))));
        return Block.of(report.say("走势", "Trend"), columns, trend.marks(), "")
                .intro(moved(trend))
                .chart(Chart.lines(
                                report.say("最终得分与各维度的走势", "Final and dimensions over the periods"), 0, shown(columns))
                        .below());
    }

    /** The final and the dimensions: every column of numbers. */
    private static Integer[] shown(List<Column<Trend.Mark>> columns) {
        return IntStream.range(1, columns.size())
                .filter(at -> columns.get(at).format() == Format.POINTS)
                .boxed()
                .toArray(Integer[]::new);
    }

    private String moved(Trend trend) {
        String change = trend.change().toString();
        return switch (Long.signum(trend.change().hundredths())) {
            case 1 -> report.say("▲ 比上一个周期高 " + change + " 分。", "▲ " + change + " points above the period before.");
            case -1 -> report.say(
                    "▼ 比上一个周期低 " + change.substring(1) + " 分。",
                    "▼ " + change.substring(1) + " points below the period before.");
            default -> report.say("＝ 与上一个周期相同。", "= The same as the period before.");
        };
    }

    private Block<?> costs(LostPoints lost) {
        List<LostPoints.Part> parts = lost.costly();
        List<Column<LostPoints.Part>> columns = List.of(
                Column.of("part", "项目", "Item", LABEL, Format.TEXT, part -> Datum.text(advice.name(part))),
                Column.<LostPoints.Part>of(
                                "lost",
                                "失分",
                                "Points lost",
                                NUMBER,
                                Format.POINTS,
                                part -> Datum.number(part.lost().rounded(2)))
                        .toned(part -> part == parts.get(0) ? Tone.WORST : Tone.LOW),
                Column.of("points", "得分", "Points", NUMBER, Format.POINTS, part -> Datum.points(part.points())),
                Column.of(
                        "share",
                        "占最终得分",
                        "Share of final",
                        NUMBER,
                        Format.PERCENT,
                        part -> Datum.number(part.share().rounded(6))),
                Column.of("how", "说明", "Note", Width.fit(12, 14), Format.TEXT, part -> Datum.text(note(part))));
        Fraction rest = parts.stream().skip(COSTLY).map(LostPoints.Part::lost).reduce(Fraction.ZERO, Fraction::plus);
        return Block.of(
                        report.say("失分最多的项目", "What cost the most points"),
                        columns,
                        parts.stream().limit(COSTLY).toList(),
                        report.say("没有失分：各项都达到 100 分。", "Nothing cost points: everything is at 100."))
                .intro(report.say(
                        "失分 =（100 − 得分）× 占最终得分的比例，即补到 100 分能加到最终得分的分数。",
                        "Points lost = (100 − points) × share of the final: what raising it to 100 adds to the final."))
                .outro(
                        parts.size() <= COSTLY
                                ? List.of()
                                : List.of(report.say(
                                        "其余 " + (parts.size() - COSTLY) + " 项共失 " + rest.rounded(2) + " 分。",
                                        (parts.size() - COSTLY) + " more cost " + rest.rounded(2) + " points.")));
    }

    private String note(LostPoints.Part part) {
        return switch (part.kind()) {
            case RULES -> report.say("核实的事件", "verified events");
            case TEAM -> report.say("大区市场份额，团队共同", "the region's market share, of the whole team");
            case INDICATOR -> part.indicator().map(this::note).orElse("");
            case DIMENSION, BONUS -> "";
        };
    }

    private String note(IndicatorScore score) {
        String whose =
                switch (score.indicator().measure().over()) {
                    case REGION -> report.say("大区共同", "of the whole region");
                    case TEAM -> report.say("团队共同", "of the whole team");
                    case SELF, MENTEES -> "";
                };
        String gap = score.measured()
                .gap()
                .map(why -> report.say(Words.of(why))
                        + report.say("，", ", ")
                        + report.say(Words.effect(score.indicator().missing())))
                .orElse("");
        return report.join(Stream.of(whose, gap).filter(part -> !part.isEmpty()).toList());
    }
}
