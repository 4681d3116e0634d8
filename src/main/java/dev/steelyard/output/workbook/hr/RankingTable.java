package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Ranks;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.ScoreColumns;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import java.util.ArrayList;
import java.util.List;

/** 排名: everybody, by rank. */
final class RankingTable {

    private final Report report;
    private final ScoreColumns scores;

    RankingTable(Report report) {
        this.report = report;
        this.scores = new ScoreColumns(report);
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
        return new Sheet.Table<>(report.say("排名", "Ranking"), 3, block);
    }

    private List<Column<RankedScorecard>> columns() {
        List<Column<RankedScorecard>> columns = new ArrayList<>();
        columns.add(ScoreColumns.rank("rank", "名次", "Rank", Ranks::overall));
        columns.add(Person.id(card -> card));
        columns.add(Person.name(card -> card));
        columns.add(Person.track(report, card -> card));
        columns.add(Person.team(card -> card));
        List<Column<RankedScorecard>> figures = scores.figures();
        figures.stream()
                .filter(column -> !column.id().equals(ScoreColumns.BONUS))
                .forEach(columns::add);
        columns.add(scores.status());
        columns.add(scores.remarks(24));
        columns.add(ScoreColumns.rank("rank_in_track", "序列名次", "Rank in track", Ranks::inTrack)
                .onScreen());
        columns.add(ScoreColumns.rank("rank_in_team", "团队名次", "Rank in team", Ranks::inTeam));
        columns.add(ScoreColumns.rank("rank_in_region", "大区名次", "Rank in region", Ranks::inRegion));
        columns.add(Person.region(card -> card));
        figures.stream()
                .filter(column -> column.id().equals(ScoreColumns.BONUS))
                .forEach(columns::add);
        return columns;
    }
}
