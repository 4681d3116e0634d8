package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Ranks;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.UsualMeans;
import dev.steelyard.output.workbook.block.ScoreColumns;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import java.util.ArrayList;
import java.util.List;

/** 团队排名: everybody of the team, by rank in it. */
final class TeamRanking {

    private final Report report;
    private final Team team;
    private final ScoreColumns scores;
    private final UsualMeans means;

    TeamRanking(Report report, Team team) {
        this.report = report;
        this.team = team;
        this.scores = new ScoreColumns(report);
        this.means = new UsualMeans(report, team.shown());
    }

    Sheet sheet() {
        Block<RankedScorecard> block = Block.of(
                        report.say(
                                "team.teamRanking.teamRanking",
                                "team",
                                team.name(),
                                "period",
                                report.identity().period()),
                        columns(),
                        team.shown(),
                        report.say("word.nobodyTeamScoredPeriod"))
                .intro(means.intro(report.say("team.teamRanking.finalScoreWithinTeam")))
                .toned(card -> card.ranks().inTeam().isPresent() ? Tone.PLAIN : Tone.QUIET)
                .outro(leftOut());
        return new Sheet.Table<>(report.say("team.teamRanking.teamRanking2"), 3, block);
    }

    private List<String> leftOut() {
        return team.leftOut() == 0
                ? List.of()
                : List.of(report.say("team.teamRanking.managersLeadOtherTeams", "leftOut", team.leftOut()));
    }

    private List<Column<RankedScorecard>> columns() {
        List<Column<RankedScorecard>> columns = new ArrayList<>();
        columns.add(ScoreColumns.rank("rank_in_team", report.say("word.rankTeam"), Ranks::inTeam));
        columns.add(Person.id(report, card -> card));
        columns.add(Person.name(report, card -> card));
        columns.add(Person.track(report, card -> card));
        columns.addAll(scores.figures());
        columns.add(scores.status());
        columns.add(scores.remarks(26, means));
        return columns;
    }
}
