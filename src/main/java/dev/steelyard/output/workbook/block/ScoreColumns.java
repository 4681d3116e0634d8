package dev.steelyard.output.workbook.block;

import dev.steelyard.engine.score.DimensionScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Ranks;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Grades;
import dev.steelyard.output.workbook.Reasons;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.UsualMeans;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The columns that say what people scored. */
public final class ScoreColumns {

    /** The column of milestone points. */
    public static final String BONUS = "bonus";

    public static final String INDIVIDUAL = "individual";
    public static final String TEAM = "team_score";

    private final Report report;
    private final Reasons reasons;

    public ScoreColumns(Report report) {
        this.report = report;
        this.reasons = new Reasons(report);
    }

    /** From the dimensions to the final and its grade. */
    public List<Column<RankedScorecard>> figures() {
        List<Column<RankedScorecard>> columns = new ArrayList<>();
        report.plan()
                .dimensions()
                .forEach((id, name) -> columns.add(points(id, report.say(name), card -> Optional.ofNullable(
                                card.card().dimensions().get(id))
                        .flatMap(DimensionScore::points))));
        columns.add(points(
                BONUS, report.say("word.bonus"), card -> Optional.of(card.card().bonus())));
        columns.add(points(INDIVIDUAL, report.say("word.individual"), this::individual));
        columns.add(points(
                TEAM, report.say("word.teamScore"), card -> card.pooled().team().points()));
        columns.add(
                points("final", report.say("word.final"), card -> card.pooled().score())
                        .scaled(Grades.scale(report.plan())));
        columns.add(Grades.column(report));
        return columns;
    }

    public Column<RankedScorecard> status() {
        return Column.<RankedScorecard>word(
                        "status",
                        report.say("word.status"),
                        Width.fit(8, 12),
                        card -> report.say(StateWords.of(card.status())))
                .toned(card -> StateWords.tone(card.status()));
    }

    /** Why someone is vetoed, held, capped, or joined or left; of means only what is not usual. */
    public Column<RankedScorecard> remarks(int width, UsualMeans means) {
        return Column.text(
                "reason", report.say("word.remarks"), Width.wrap(width), card -> reasons.of(means.remarks(card)));
    }

    /** An incomplete interim card has no individual score to show (rulings 5). */
    private Optional<Points> individual(RankedScorecard card) {
        return card.card().isComplete() ? card.card().individual() : Optional.empty();
    }

    /** A place in one of the groups. */
    public static Column<RankedScorecard> rank(String id, String title, Function<Ranks, Optional<Integer>> of) {
        return Column.of(id, title, Width.fit(6, 10), Format.RANK, card -> Datum.whole(of.apply(card.ranks())));
    }

    /** A figure of the score, blank in a held row (rulings 57). */
    private static Column<RankedScorecard> points(
            String id, String title, Function<RankedScorecard, Optional<Points>> of) {
        return Column.number(
                id,
                title,
                Format.POINTS,
                card -> card.status() == Status.HELD ? Datum.NONE : Datum.points(of.apply(card)));
    }
}
