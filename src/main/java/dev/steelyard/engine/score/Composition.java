package dev.steelyard.engine.score;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.plan.TeamPool;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How points are put together, each printed figure from those before it: dimensions with deductions, enablement and floor,
 * the individual score with bonus, the final with the team's (rules.md 4, Order).
 */
public final class Composition {

    private final Plan plan;

    public Composition(Plan plan) {
        this.plan = plan;
    }

    /**
     * The final had some indicators other points; what holds besides (deductions, floors, bonus, team) is left as it is.
     *
     * @param points indicator → the points instead; an indicator without points of its own stays without
     * @return empty where the card has no final
     */
    public Optional<Points> finalWith(PooledScorecard of, Map<String, Points> points) {
        if (of.score().isEmpty()) {
            return Optional.empty();
        }
        Scorecard card = of.card();
        List<IndicatorScore> scores = card.indicators().stream()
                .map(score -> score.points().isPresent() && points.containsKey(score.id())
                        ? score.with(points.get(score.id()))
                        : score)
                .toList();
        Map<String, DimensionScore> dimensions = dimensions(card.participant(), scores, card.compliance());
        return individual(dimensions, card.bonus()).map(own -> pooled(own, of.team()));
    }

    /** By id, in the plan's order. */
    Map<String, DimensionScore> dimensions(
            Participant person, Collection<IndicatorScore> scores, ComplianceRecord compliance) {
        Map<String, DimensionScore> dimensions = new LinkedHashMap<>();
        plan.dimensions().keySet().forEach(id -> dimensions.put(id, dimension(person, id, scores, compliance)));
        return Collections.unmodifiableMap(dimensions);
    }

    /** Empty where no dimension has points. */
    Optional<Points> individual(Map<String, DimensionScore> dimensions, Points bonus) {
        return individual(dimensions).map(points -> points.plus(bonus));
    }

    /** The final of a complete card. */
    PooledScorecard pool(Scorecard card, TeamScore team) {
        Optional<Points> individual = card.isComplete() ? card.individual() : Optional.empty();
        return new PooledScorecard(card, team, individual.map(own -> pooled(own, team)));
    }

    private Points pooled(Points own, TeamScore team) {
        TeamPool pool = plan.teamPool();
        Points joined = team.points()
                .map(points -> Points.rounded(Fraction.ONE
                        .minus(pool.share())
                        .times(own.exact())
                        .plus(pool.share().times(points.exact()))))
                .orElse(own);
        return joined.max(pool.least()).min(pool.most());
    }

    private DimensionScore dimension(
            Participant person, String id, Collection<IndicatorScore> scores, ComplianceRecord compliance) {
        List<IndicatorScore> own = scores.stream()
                .filter(score -> score.indicator().dimension().equals(id))
                .toList();
        List<Remark> remarks = new ArrayList<>();
        Optional<Points> base = weighted(own.stream()
                        .filter(score -> score.points().isPresent())
                        .map(score ->
                                new Weighted(score.weight(), score.points().get()))
                        .toList())
                .or(() -> Optional.ofNullable(person.track().whenEmpty().get(id)));
        Rules.Compliance rule = plan.rules().compliance();
        Optional<Points> points =
                id.equals(rule.dimension()) ? base.map(b -> compliance.applyTo(b, rule.ceiling())) : base;
        for (Rules.Exploration exploration : plan.rules().explorations()) {
            if (exploration.dimension().equals(id)
                    && isExploring(person, exploration)
                    && points.filter(p -> p.compareTo(exploration.floor()) < 0).isPresent()) {
                points = Optional.of(exploration.floor());
                remarks.add(Remark.of(Remark.Kind.EXPLORATION, id, exploration.floor()));
            }
        }
        Fraction weight = person.track().weights().getOrDefault(id, Fraction.ZERO);
        return new DimensionScore(id, weight, base, points, own, List.copyOf(remarks));
    }

    /** Whether any day of the period lies in [since, since + months) (rulings 52). */
    private static boolean isExploring(Participant person, Rules.Exploration rule) {
        Optional<LocalDate> since = person.employee().date(rule.since());
        Days days = person.scope().days();
        return rule.tracks().contains(person.employee().track())
                && since.isPresent()
                && !since.get().isAfter(days.last())
                && since.get().plusMonths(rule.months()).isAfter(days.first());
    }

    private record Weighted(Fraction weight, Points points) {}

    /** Σ weight × points ÷ Σ weight, rounded once (rulings 45); empty where the weights sum to 0. */
    private static Optional<Points> weighted(List<Weighted> parts) {
        Fraction weights = Fraction.ZERO;
        Fraction sum = Fraction.ZERO;
        for (Weighted part : parts) {
            weights = weights.plus(part.weight());
            sum = sum.plus(part.weight().times(part.points().exact()));
        }
        return weights.signum() == 0 ? Optional.empty() : Optional.of(Points.rounded(sum.over(weights)));
    }

    private static Optional<Points> individual(Map<String, DimensionScore> dimensions) {
        return weighted(dimensions.values().stream()
                .filter(dimension -> dimension.points().isPresent())
                .map(dimension ->
                        new Weighted(dimension.weight(), dimension.points().get()))
                .toList());
    }
}
