package dev.steelyard.engine.insight.team;

import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A team whose experience is worth sharing 经验共享 (rules.md 6): its members' mean dimensions reach the plan's points, and
 * none of them is vetoed. Held people and managers are left out of the means.
 *
 * @param means dimension that the plan asks for → the half-up mean of the members' printed figures
 * @param leads the indicators in which every other team's mean is lower, in the plan's order; none where no other team has it
 */
public record TeamExample(TeamStanding standing, Map<String, Points> means, List<Lead> leads) {

    /**
     * An indicator in which the team leads.
     *
     * @param mean half-up, of the members who have points
     * @param next the best mean of the other teams
     */
    public record Lead(String indicator, Points mean, Points next) {}

    /** In the order of the plan's first dimension, high means first; none where the plan does not ask. */
    public static List<TeamExample> of(Plan plan, ScoreBook book) {
        return plan.insight()
                .flatMap(Insight::sharing)
                .map(rule -> of(plan, rule, book))
                .orElse(List.of());
    }

    private static List<TeamExample> of(Plan plan, Insight.Sharing rule, ScoreBook book) {
        Comparison.Company company = Comparison.Company.of(book.cards());
        Map<String, TeamStanding> standings = TeamStanding.of(book);
        Map<String, Map<String, Points>> indicators = new LinkedHashMap<>();
        standings.forEach((team, standing) -> Comparison.byIndicator(standing.members(), company)
                .forEach(one -> indicators
                        .computeIfAbsent(one.id(), id -> new LinkedHashMap<>())
                        .put(team, one.own())));
        List<TeamExample> examples = new ArrayList<>();
        standings.forEach((team, standing) -> means(rule, standing, company)
                .filter(means -> standing.members().stream().noneMatch(card -> card.status() == Status.VETOED))
                .ifPresent(means -> examples.add(new TeamExample(standing, means, leads(plan, team, indicators)))));
        String first = rule.dimensions().keySet().iterator().next();
        examples.sort(
                (one, other) -> other.means().get(first).compareTo(one.means().get(first)));
        return List.copyOf(examples);
    }

    /** The means that the plan asks for; empty where one of them is missing or too low. */
    private static Optional<Map<String, Points>> means(
            Insight.Sharing rule, TeamStanding standing, Comparison.Company company) {
        Map<String, Points> all = new LinkedHashMap<>();
        Comparison.byDimension(standing.members(), company).forEach(one -> all.put(one.id(), one.own()));
        Map<String, Points> means = new LinkedHashMap<>();
        rule.dimensions().forEach((dimension, least) -> Optional.ofNullable(all.get(dimension))
                .filter(mean -> mean.isAtLeast(least))
                .ifPresent(mean -> means.put(dimension, mean)));
        return Optional.of(means)
                .filter(found -> found.size() == rule.dimensions().size());
    }

    private static List<Lead> leads(Plan plan, String team, Map<String, Map<String, Points>> indicators) {
        List<Lead> leads = new ArrayList<>();
        for (String indicator : plan.indicators().keySet()) {
            Map<String, Points> means = indicators.getOrDefault(indicator, Map.of());
            Optional<Points> next = means.entrySet().stream()
                    .filter(other -> !other.getKey().equals(team))
                    .map(Map.Entry::getValue)
                    .max(Points::compareTo);
            Optional<Points> own = Optional.ofNullable(means.get(team));
            if (own.isPresent()
                    && next.filter(best -> own.get().compareTo(best) > 0).isPresent()) {
                leads.add(new Lead(indicator, own.get(), next.get()));
            }
        }
        return leads;
    }
}
