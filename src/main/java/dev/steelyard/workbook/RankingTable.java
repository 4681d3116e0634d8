package dev.steelyard.workbook;

import dev.steelyard.score.DimensionScore;
import dev.steelyard.score.RankedScorecard;
import dev.steelyard.score.RankedScorecard.Ranks;
import dev.steelyard.score.RankedScorecard.Status;
import dev.steelyard.unit.Points;
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

/** 排名: everybody, by rank. */
final class RankingTable {

    private final Report report;
    private final Reasons reasons;

    RankingTable(Report report) {
        this.report = report;
        this.reasons = new Reasons(report);
    }

    Sheet sheet() {
        String title = report.say("排名 ", "Ranking ") + report.identity().period();
        Block<RankedScorecard> block = Block.of(
                        title, columns(), report.cards(), report.say("本期没有被考核人。", "Nobody is scored in this period."))
                .intro(report.say(
                        "按最终得分从高到低；同分同名次，其后名次顺延。待核与中期人员不排名，列在最后。",
                        "By final score, high first; equal finals share a rank and the next is skipped. Held and interim people"
                                + " are not ranked and stand last."))
                .toned(card -> card.isPaid() ? Tone.PLAIN : Tone.QUIET);
        return new Sheet.Table<>(report.say("排名", "Ranking"), 6, block);
    }

    List<Column<RankedScorecard>> columns() {
        List<Column<RankedScorecard>> columns = new ArrayList<>();
        columns.add(rank("rank", "名次", "Rank", Ranks::overall));
        columns.addAll(Person.columns(report, card -> card));
        columns.add(rank("rank_in_track", "序列名次", "Rank in track", Ranks::inTrack));
        columns.add(rank("rank_in_team", "团队名次", "Rank in team", Ranks::inTeam));
        columns.add(rank("rank_in_region", "大区名次", "Rank in region", Ranks::inRegion));
        report.plan()
                .dimensions()
                .forEach((id, name) -> columns.add(points(id, name.zh(), name.en(), card -> Optional.ofNullable(
                                card.card().dimensions().get(id))
                        .flatMap(DimensionScore::points))));
        columns.add(
                points("bonus", "加分", "Bonus", card -> Optional.of(card.card().bonus())));
        columns.add(points("individual", "个人得分", "Individual", this::individual));
        columns.add(points(
                "team_score", "团队得分", "Team score", card -> card.pooled().team().points()));
        columns.add(
                points("final", "最终得分", "Final", card -> card.pooled().score()).scaled(Grades.scale(report.plan())));
        columns.add(Grades.column(report));
        columns.add(Column.<RankedScorecard>of(
                        "status",
                        "状态",
                        "Status",
                        Width.fit(8, 12),
                        Format.WORD,
                        card -> Datum.text(report.say(Words.of(card.status()))))
                .toned(card -> Words.tone(card.status())));
        columns.add(Column.of(
                "reason", "说明", "Remarks", Width.wrap(44), Format.TEXT, card -> Datum.text(reasons.of(card))));
        return columns;
    }

    /** An incomplete interim card has no individual score to show (rulings 5). */
    private Optional<Points> individual(RankedScorecard card) {
        return card.card().isComplete() ? card.card().individual() : Optional.empty();
    }

    private static Column<RankedScorecard> rank(
            String id, String zh, String en, Function<Ranks, Optional<Integer>> of) {
        return Column.of(id, zh, en, Width.fit(6, 10), Format.RANK, card -> Datum.whole(of.apply(card.ranks())));
    }

    /** A figure of the score, blank in a held row (rulings 57). */
    private static Column<RankedScorecard> points(
            String id, String zh, String en, Function<RankedScorecard, Optional<Points>> of) {
        return Column.number(
                id,
                zh,
                en,
                Format.POINTS,
                card -> card.status() == Status.HELD ? Datum.NONE : Datum.points(of.apply(card)));
    }
}
