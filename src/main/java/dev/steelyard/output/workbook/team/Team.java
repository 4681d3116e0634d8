package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.insight.alert.Alert;
import dev.steelyard.engine.insight.alert.Alerts;
import dev.steelyard.engine.insight.team.Comparison;
import dev.steelyard.engine.insight.team.TeamStanding;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.workbook.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A team as its workbook shows it.
 *
 * @param shown its people, members first, then those of its managers whose figures come from this team alone
 * @param leftOut how many managers of the team are left out, because their figures come from other teams too
 * @param alerts of the people shown, the gravest kind first
 * @param company what the team is compared with
 */
record Team(
        TeamStanding standing,
        List<RankedScorecard> shown,
        int leftOut,
        List<Alert> alerts,
        Comparison.Company company) {

    /** A mean over fewer teams would tell another team's. */
    private static final int LEAST_TEAMS = 3;

    static Team of(Report report, TeamStanding standing, Alerts alerts, Comparison.Company company) {
        List<RankedScorecard> shown = shown(report, standing);
        int leftOut = standing.members().size() + standing.managers().size() - shown.size();
        return new Team(standing, shown, leftOut, alerts.of(shown), company);
    }

    /** Members first, then those of the managers whose figures come from this team alone. */
    static List<RankedScorecard> shown(Report report, TeamStanding standing) {
        Population population = report.result().book().population();
        Set<String> own = new HashSet<>();
        standing.members().forEach(card -> own.add(card.participant().id()));
        List<RankedScorecard> shown = new ArrayList<>(standing.members());
        standing.managers().stream()
                .filter(card -> population.members(card.participant()).stream()
                        .map(Participant::id)
                        .allMatch(own::contains))
                .forEach(shown::add);
        return List.copyOf(shown);
    }

    String name() {
        return standing.team().team();
    }

    /** Whether a mean of the company may be shown beside the team's. */
    boolean isComparable(Report report) {
        return report.result().book().teams().size() >= LEAST_TEAMS;
    }
}
