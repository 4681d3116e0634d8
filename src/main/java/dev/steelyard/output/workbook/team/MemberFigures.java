package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.insight.team.LostPoints;
import dev.steelyard.engine.insight.team.Trend;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Coaching;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.block.Advice;
import dev.steelyard.output.workbook.block.Strip;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What cost a member the most points, and how the dimensions moved. */
final class MemberFigures {

    /** So many of the parts that cost points are named; the rest is small. */
    private static final int COSTLY = 5;

    private static final Width LABEL = Width.fit(16, 32);
    private static final Width NUMBER = Width.fit(9, 14);

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

    /** A line for the final and for each dimension, a column a period, and their bars. */
    private Block<?> trend(Trend trend) {
        List<Trend.Mark> marks = trend.marks();
        List<Course> courses = new ArrayList<>();
        courses.add(new Course(report.say("word.final"), mark -> Optional.of(mark.score())));
        report.plan().dimensions().forEach((id, name) -> {
            Course course = new Course(
                    report.say(name),
                    mark -> Optional.ofNullable(mark.dimensions().get(id)));
            if (marks.stream().anyMatch(mark -> course.at().apply(mark).isPresent())) {
                courses.add(course);
            }
        });
        List<Column<Course>> columns = new ArrayList<>();
        columns.add(Column.text("what", report.say("word.item"), LABEL, course -> course.name()));
        for (Trend.Mark mark : marks) {
            columns.add(Column.of(
                    mark.period().toString(),
                    mark.period() + mark.grade().map(grade -> " " + grade).orElse(""),
                    NUMBER,
                    Format.POINTS,
                    course -> Datum.points(course.at().apply(mark))));
        }
        columns.add(Column.text(
                "bars",
                report.say("standing.trend"),
                Width.fit(8, 8),
                course -> Strip.bars(marks.stream()
                        .flatMap(mark -> course.at().apply(mark).stream())
                        .toList())));
        return Block.of(report.say("team.memberFigures.trend"), columns, courses, "")
                .intro(moved(trend))
                .toned(course -> course == courses.get(0) ? Tone.STRONG : Tone.PLAIN);
    }

    /** A figure over the periods. */
    private record Course(String name, Function<Trend.Mark, Optional<Points>> at) {}

    /** Of a mean, a line for each of the periods that it is made of. */
    Optional<Block<?>> parts(RankedScorecard card) {
        List<EarlierScorecard> parts = coaching.parts(card);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        List<Column<EarlierScorecard>> columns = new ArrayList<>();
        columns.add(Column.text("period", report.say("word.period"), LABEL, part -> part.period()
                .toString()));
        columns.add(Column.of(
                "final", report.say("word.final"), NUMBER, Format.POINTS, part -> Datum.points(part.score())));
        columns.add(Column.word(
                "grade", report.say("word.grade"), NUMBER, part -> part.grade().orElse("")));
        report.plan()
                .dimensions()
                .forEach((id, name) -> columns.add(Column.of(
                        id,
                        report.say(name),
                        NUMBER,
                        Format.POINTS,
                        part -> Datum.points(
                                Optional.ofNullable(part.dimensions().get(id))))));
        return Optional.of(Block.of(report.say("team.memberFigures.parts"), columns, parts, ""));
    }

    private String moved(Trend trend) {
        String change = trend.change().toString();
        return switch (Long.signum(trend.change().hundredths())) {
            case 1 -> report.say("team.memberFigures.pointsAbovePeriodBefore", "change", change);
            case -1 -> report.say("team.memberFigures.pointsBelowPeriodBefore", "change", change.substring(1));
            default -> report.say("team.memberFigures.samePeriodBefore");
        };
    }

    private Block<?> costs(LostPoints lost) {
        List<LostPoints.Part> parts = lost.costly();
        List<String> falls = Strip.falls(
                parts.stream().map(LostPoints.Part::lost).toList(),
                parts.stream().map(LostPoints.Part::lost).reduce(Fraction.ZERO, Fraction::plus));
        List<Column<LostPoints.Part>> columns = List.of(
                Column.text("part", report.say("word.item"), LABEL, part -> advice.name(part)),
                Column.<LostPoints.Part>of(
                                "lost",
                                report.say("team.memberFigures.pointsLost"),
                                NUMBER,
                                Format.POINTS,
                                part -> Datum.number(part.lost().rounded(2)))
                        .toned(part -> part == parts.get(0) ? Tone.WORST : Tone.LOW),
                Column.of(
                        "points",
                        report.say("word.points"),
                        NUMBER,
                        Format.POINTS,
                        part -> Datum.points(part.points())),
                Column.text(
                        "fall",
                        report.say("team.memberFigures.fall"),
                        Width.fit(18, 24),
                        part -> falls.get(parts.indexOf(part))),
                Column.text("how", report.say("word.note"), Width.fit(12, 14), part -> note(part)));
        Fraction rest = parts.stream().skip(COSTLY).map(LostPoints.Part::lost).reduce(Fraction.ZERO, Fraction::plus);
        return Block.of(
                        report.say("team.memberFigures.whatCostMostPoints"),
                        columns,
                        parts.stream().limit(COSTLY).toList(),
                        report.say("team.memberFigures.nothingCostPointsEverything"))
                .intro(report.say("team.memberFigures.pointsLost100Points"))
                .outro(
                        parts.size() <= COSTLY
                                ? List.of()
                                : List.of(report.say(
                                        "team.memberFigures.moreCostPoints",
                                        "parts",
                                        (parts.size() - COSTLY),
                                        "rounded",
                                        rest.rounded(2))));
    }

    private String note(LostPoints.Part part) {
        return switch (part.kind()) {
            case RULES -> report.say("team.memberFigures.verifiedEvents");
            case TEAM -> report.say("team.memberFigures.regionsMarketShareWhole");
            case INDICATOR -> part.indicator().map(this::note).orElse("");
            case DIMENSION, BONUS -> "";
        };
    }

    private String note(IndicatorScore score) {
        String whose =
                switch (score.indicator().measure().over()) {
                    case REGION -> report.say("team.memberFigures.wholeRegion");
                    case TEAM -> report.say("team.memberFigures.wholeTeam");
                    case SELF, MENTEES -> "";
                };
        String gap = score.measured()
                .gap()
                .map(why -> report.say(
                        "team.memberFigures.whatWhat2",
                        "what",
                        report.say(StateWords.of(why)),
                        "what2",
                        report.say(StateWords.effect(score.indicator().missing()))))
                .orElse("");
        return report.join(Stream.of(whose, gap).filter(part -> !part.isEmpty()).toList());
    }
}
