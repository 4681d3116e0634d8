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
record TeamList(Report report) {

    private static final int SHOWN = 50;

    /** In a smaller team a mean tells what one person has. */
    private static final int LEAST_PEOPLE = 3;

    Element section() {
        List<TeamStanding> teams = TeamStanding.of(report.result().book()).values().stream()
                .filter(team -> team.rank().isPresent())
                .sorted(Comparator.comparing(team -> team.rank().orElseThrow()))
                .toList();
        List<TeamStanding> shown =
                teams.stream().filter(team -> ranked(team) >= LEAST_PEOPLE).toList();
        List<Element> parts = new ArrayList<>();
        if (shown.isEmpty()) {
            parts.add(Node.of("p", report.say("page.teamList.thereNoTeamsList")));
        } else {
            parts.add(new Table<>(
                            report.say("page.teamList.teamsMeanFinalRanked"),
                            columns(),
                            shown.stream().limit(SHOWN).toList())
                    .element());
        }
        Stream.of(few(teams.size() - shown.size()), more(shown.size() - SHOWN))
                .filter(text -> !text.isEmpty())
                .forEach(text -> parts.add(Node.of("p", text)));
        return Section.of("teams", report.say("word.teams"), parts);
    }

    private String few(int teams) {
        return teams == 0
                ? ""
                : report.say("page.teamList.teamsFewerThanRanked", "teams", teams, "leastpeople", LEAST_PEOPLE);
    }

    private String more(int teams) {
        return teams <= 0 ? "" : report.say("page.teamList.moreTeamsSeeHrs", "teams", teams);
    }

    private static long ranked(TeamStanding team) {
        return team.members().stream()
                .filter(card -> card.status() == Status.RANKED)
                .count();
    }

    private List<Column<TeamStanding>> columns() {
        return List.of(
                Column.number(
                        report.say("word.rank"),
                        team -> team.rank().orElseThrow().toString()),
                Column.words(
                        report.say("word.team"),
                        team -> Section.isolated(team.team().team())),
                Column.number(
                        report.say("page.teamList.meanFinal"),
                        team -> team.meanFinal().map(Points::toString).orElse("")),
                Column.number(report.say("word.people"), team -> Long.toString(ranked(team))),
                Column.words(
                        report.say("word.region"),
                        team -> Section.isolated(team.team().region())));
    }
}
