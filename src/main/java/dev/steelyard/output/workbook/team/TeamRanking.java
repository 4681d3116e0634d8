package dev.steelyard.output.workbook.team;

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

/** 团队排名: everybody of the team, by rank in it. */
final class TeamRanking {

    private final Report report;
    private final Team team;
    private final ScoreColumns scores;

    TeamRanking(Report report, Team team) {
        this.report = report;
        this.team = team;
        this.scores = new ScoreColumns(report);
    }

    Sheet sheet() {
        Block<RankedScorecard> block = Block.of(
                        report.say("团队排名 ", "Team ranking ") + team.name() + " "
                                + report.identity().period(),
                        columns(),
                        team.shown(),
                        report.say("本期团队没有被考核人。", "Nobody of the team is scored in this period."))
                .intro(report.say(
                        "团队内按最终得分从高到低；同分同名次，其后名次顺延。待核、中期人员与管理者不参加团队内排名。",
                        "By final score within the team, high first; equal finals share a rank and the next is skipped. Held"
                                + " and interim people and managers are not ranked within the team."))
                .toned(card -> card.ranks().inTeam().isPresent() ? Tone.PLAIN : Tone.QUIET)
                .outro(leftOut());
        return new Sheet.Table<>(report.say("团队排名", "Team ranking"), 3, block);
    }

    private List<String> leftOut() {
        return team.leftOut() == 0
                ? List.of()
                : List.of(report.say(
                        "另有 " + team.leftOut() + " 名管理者还负责其他团队，其得分不在此处。",
                        team.leftOut() + " managers lead other teams too: their scores are not shown here."));
    }

    private List<Column<RankedScorecard>> columns() {
        List<Column<RankedScorecard>> columns = new ArrayList<>();
        columns.add(ScoreColumns.rank("rank_in_team", "团队名次", "Rank in team", Ranks::inTeam));
        columns.add(Person.id(card -> card));
        columns.add(Person.name(card -> card));
        columns.add(Person.track(report, card -> card));
        columns.addAll(scores.figures());
        columns.add(scores.status());
        columns.add(scores.remarks(26));
        return columns;
    }
}
