package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.insight.alert.Alert;
import dev.steelyard.engine.insight.alert.Alerts;
import dev.steelyard.engine.insight.team.Behaviour;
import dev.steelyard.engine.insight.team.Comparison;
import dev.steelyard.engine.insight.team.TeamStanding;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.workbook.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A team as its workbook shows it.
 *
 * @param shown its people, members first, then those of its managers whose figures come from this team alone
 * @param leftOut how many managers of the team are left out, because their figures come from other teams too
 * @param alerts of the people shown, the gravest kind first
 * @param comparable whether a mean of the company may be shown beside the team's
 * @param dimensions the team beside the company by dimension
 * @param indicators likewise, the strongest first
 * @param visits empty where visits were not delivered, or the plan does not ask where they go
 */
record Team(
        TeamStanding standing,
        List<RankedScorecard> shown,
        int leftOut,
        List<Alert> alerts,
        boolean comparable,
        List<Comparison> dimensions,
        List<Comparison> indicators,
        Optional<Behaviour.Visits> visits) {

    /** A mean over fewer teams would tell another team's. */
    private static final int LEAST_TEAMS = 3;

    static Team of(
            Report report,
            TeamStanding standing,
            Alerts alerts,
            Comparison.Company company,
            Optional<Behaviour> behaviour) {
        List<RankedScorecard> shown = shown(report, standing);
        return new Team(
                standing,
                shown,
                standing.members().size() + standing.managers().size() - shown.size(),
                alerts.of(shown),
                report.result().book().teams().size() >= LEAST_TEAMS,
                Comparison.byDimension(standing.members(), company),
                Comparison.byIndicator(standing.members(), company),
                behaviour.map(of -> of.visits(
                        shown.stream().map(RankedScorecard::participant).toList())));
    }

    /** The same with the cards of a part of the result. */
    Team about(Map<String, RankedScorecard> cards) {
        return new Team(
                new TeamStanding(
                        standing.team(),
                        of(cards, standing.members()),
                        of(cards, standing.managers()),
                        standing.meanFinal(),
                        standing.rank(),
                        standing.ranked()),
                of(cards, shown),
                leftOut,
                alerts,
                comparable,
                dimensions,
                indicators,
                visits);
    }

    private static List<RankedScorecard> of(Map<String, RankedScorecard> cards, List<RankedScorecard> whole) {
        return whole.stream().map(card -> cards.get(card.participant().id())).toList();
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
}
