package dev.steelyard.output.page;

import dev.steelyard.engine.insight.team.TeamStanding;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.page.Node.Element;
import dev.steelyard.output.page.Table.Column;
import dev.steelyard.output.workbook.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** 团队: the ranked teams, best first. */
final class TeamList {

    private static final int SHOWN = 50;

    /** In a smaller team a mean tells what one person has. */
    private static final int LEAST_PEOPLE = 3;

    private final Report report;

    TeamList(Report report) {
        this.report = report;
    }

    Element section() {
        List<TeamStanding> teams = TeamStanding.of(report.result().book()).values().stream()
                .filter(team -> team.rank().isPresent())
                .sorted(Comparator.comparing(team -> team.rank().orElseThrow()))
                .toList();
        List<TeamStanding> shown =
                teams.stream().filter(team -> ranked(team) >= LEAST_PEOPLE).toList();
        List<Element> parts = new ArrayList<>();
        if (shown.isEmpty()) {
            parts.add(Node.of("p", report.say("本期没有可列出的团队。", "There are no teams to list.")));
        } else {
            parts.add(new Table<>(
                            report.say(
                                    "团队名次，按已排名成员（管理者除外）的平均最终得分",
                                    "Teams by the mean final of ranked members, managers left out"),
                            columns(),
                            shown.stream().limit(SHOWN).toList())
                    .element());
        }
        Stream.of(few(teams.size() - shown.size()), more(shown.size() - SHOWN))
                .filter(text -> !text.isEmpty())
                .forEach(text -> parts.add(Node.of("p", text)));
        return Section.of("teams", report.say("团队", "Teams"), parts);
    }

    private String few(int teams) {
        return teams == 0
                ? ""
                : report.say(
                        teams + " 个团队的已排名成员少于 " + LEAST_PEOPLE + " 人，为免透露个人得分不列出。",
                        teams + " teams with fewer than " + LEAST_PEOPLE
                                + " ranked members are left out: their mean would tell what one person has.");
    }

    private String more(int teams) {
        return teams <= 0
                ? ""
                : report.say("另有 " + teams + " 个团队，见人力资源的排名工作簿。", teams + " more teams: see HR's ranking workbook.");
    }

    private static long ranked(TeamStanding team) {
        return team.members().stream()
                .filter(card -> card.status() == Status.RANKED)
                .count();
    }

    private List<Column<TeamStanding>> columns() {
        return List.of(
                Column.number(
                        report.say("名次", "Rank"),
                        team -> team.rank().orElseThrow().toString()),
                Column.words(
                        report.say("团队", "Team"),
                        team -> Section.isolated(team.team().team())),
                Column.number(
                        report.say("平均得分", "Mean final"),
                        team -> team.meanFinal().map(Points::toString).orElse("")),
                Column.number(report.say("人数", "People"), team -> Long.toString(ranked(team))),
                Column.words(
                        report.say("大区", "Region"),
                        team -> Section.isolated(team.team().region())));
    }
}
