package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Ranks;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Reasons;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.UsualMeans;
import dev.steelyard.output.workbook.block.ScoreColumns;
import dev.steelyard.output.workbook.block.Standings;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** 排名: everybody, by rank. */
final class RankingTable {

    /** What the final is put together of stays on the screen, so that the ranking prints one sheet of paper wide. */
    private static final Set<String> ON_SCREEN = Set.of(ScoreColumns.BONUS, ScoreColumns.INDIVIDUAL, ScoreColumns.TEAM);

    /** So that the ranking of a first month prints upright. */
    private static final int REMARKS = 34;

    private final Report report;
    private final ScoreColumns scores;
    private final Standings standings;
    private final Reasons reasons;
    private final UsualMeans means;

    RankingTable(Report report, Background background) {
        this.report = report;
        this.scores = new ScoreColumns(report);
        this.reasons = new Reasons(report);
        this.means = new UsualMeans(report, report.cards());
        this.standings = new Standings(report, background.previous());
    }

    Sheet sheet() {
        String title = report.ofPeriod("hr.ranking.ranking");
        Block<RankedScorecard> block = Block.of(title, columns(), report.cards(), report.say("word.nobodyScoredPeriod"))
                .intro(means.intro(report.say("hr.ranking.finalScoreHighFirst")))
                .toned(card -> card.isPaid() ? Tone.PLAIN : Tone.QUIET);
        return new Sheet.Table<>(report.say("word.ranking"), 3, block);
    }

    private List<Column<RankedScorecard>> columns() {
        List<Column<RankedScorecard>> columns = new ArrayList<>();
        columns.add(ScoreColumns.rank("rank", report.say("word.rank"), Ranks::overall));
        columns.add(Person.id(report, card -> card));
        columns.add(Person.name(report, card -> card));
        columns.add(Person.track(report, card -> card));
        columns.add(Person.team(report, card -> card));
        List<Column<RankedScorecard>> figures = scores.figures();
        figures.stream().filter(column -> !ON_SCREEN.contains(column.id())).forEach(columns::add);
        columns.addAll(standings.columns());
        columns.add(remarks());
        columns.add(ScoreColumns.rank("rank_in_track", report.say("hr.ranking.rankTrack"), Ranks::inTrack)
                .onScreen());
        columns.add(scores.status());
        columns.add(ScoreColumns.rank("rank_in_team", report.say("word.rankTeam"), Ranks::inTeam));
        columns.add(ScoreColumns.rank("rank_in_region", report.say("hr.ranking.rankRegion"), Ranks::inRegion));
        columns.add(Person.region(report, card -> card));
        figures.stream().filter(column -> ON_SCREEN.contains(column.id())).forEach(columns::add);
        return columns;
    }

    /** Who is not ranked, and why; else what should be known of them. */
    private Column<RankedScorecard> remarks() {
        return Column.<RankedScorecard>text(
                        "reason",
                        report.say("word.remarks"),
                        Width.wrap(REMARKS),
                        card -> report.join(Stream.of(
                                        card.status() == Status.RANKED ? "" : report.say(StateWords.of(card.status())),
                                        reasons.of(means.remarks(card).stream()
                                                // The status says it.
                                                .filter(remark -> remark.kind() != Remark.Kind.EXEMPT)
                                                .toList()))
                                .filter(text -> !text.isEmpty())
                                .toList()))
                .toned(card -> card.status() == Status.RANKED ? Tone.PLAIN : StateWords.tone(card.status()));
    }
}
