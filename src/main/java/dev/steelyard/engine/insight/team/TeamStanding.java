package dev.steelyard.engine.insight.team;

import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.score.TeamScore;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A team among the teams of a run, by the mean final of its ranked members.
 *
 * @param members everybody scored whose roster row names the team, but managers; in the order of the ranking
 * @param managers the managers whose roster row names the team
 * @param meanFinal half-up; empty where nobody of the team is ranked
 * @param rank equal means share a rank and the next is skipped; empty where there is no mean
 * @param ranked how many teams have a rank
 */
public record TeamStanding(
        TeamScore team,
        List<RankedScorecard> members,
        List<RankedScorecard> managers,
        Optional<Points> meanFinal,
        Optional<Integer> rank,
        int ranked) {

    /** Team → standing, in code-point order of the teams. */
    public static Map<String, TeamStanding> of(ScoreBook book) {
        Map<String, List<RankedScorecard>> byTeam = new LinkedHashMap<>();
        book.teams().keySet().forEach(team -> byTeam.put(team, new ArrayList<>()));
        book.cards().forEach(card -> byTeam.get(card.participant().employee().team())
                .add(card));
        Map<String, Points> means = new LinkedHashMap<>();
        byTeam.forEach((team, cards) -> mean(members(cards)).ifPresent(mean -> means.put(team, mean)));
        Map<String, TeamStanding> standings = new LinkedHashMap<>();
        byTeam.forEach((team, cards) -> standings.put(
                team,
                new TeamStanding(
                        book.teams().get(team),
                        members(cards),
                        cards.stream()
                                .filter(card -> card.participant().isManager())
                                .toList(),
                        Optional.ofNullable(means.get(team)),
                        Optional.ofNullable(means.get(team)).map(mean -> rank(mean, means.values())),
                        means.size())));
        return standings;
    }

    private static List<RankedScorecard> members(List<RankedScorecard> cards) {
        return cards.stream().filter(card -> !card.participant().isManager()).toList();
    }

    private static int rank(Points mean, Collection<Points> all) {
        return 1 + (int) all.stream().filter(other -> other.compareTo(mean) > 0).count();
    }

    /** The half-up mean of the finals of ranked people; empty where nobody is ranked. */
    public static Optional<Points> mean(List<RankedScorecard> cards) {
        return meanOf(cards.stream()
                .filter(card -> card.status() == Status.RANKED)
                .flatMap(card -> card.pooled().score().stream())
                .toList());
    }

    static Optional<Points> meanOf(List<Points> points) {
        return Points.mean(points);
    }
}
