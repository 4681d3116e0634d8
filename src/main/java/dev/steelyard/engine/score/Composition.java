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
import java.util.function.UnaryOperator;

/**
 * How points are put together, each printed figure from those before it: dimensions with deductions, enablement and floor,
 * the individual score with bonus, the final with the team's (rules.md 4.5).
 */
public final class Composition {

    private final Plan plan;

    /** By the weights, rules and team pool of this plan. */
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
        Map<String, DimensionScore> dimensions =
                dimensions(card.participant(), instead(card, points), card.compliance());
        return individual(dimensions, card.bonus()).map(own -> pooled(own, of.team()));
    }

    /**
     * The same by the points of one indicator that has points and weight, on a card with a final; whatever does not hang
     * on them is put together once.
     */
    public UnaryOperator<Points> finalBy(PooledScorecard of, Map<String, Points> points, IndicatorScore one) {
        Scorecard card = of.card();
        List<IndicatorScore> scores = instead(card, points);
        String id = one.indicator().dimension();
        Sum within = base(scores.stream()
                .filter(score ->
                        score.indicator().dimension().equals(id) && !score.id().equals(one.id()))
                .toList());
        Map<String, DimensionScore> others =
                new LinkedHashMap<>(dimensions(card.participant(), scores, card.compliance()));
        Fraction weight = others.remove(id).weight();
        Sum across = Sum.of(others);
        return raised -> {
            Optional<Points> base = within.plus(one.weight(), raised).mean();
            Points dimension = settled(card.participant(), id, base, card.compliance(), new ArrayList<>())
                    .orElseThrow();
            return pooled(across.plus(weight, dimension).mean().orElseThrow().plus(card.bonus()), of.team());
        };
    }

    private static List<IndicatorScore> instead(Scorecard card, Map<String, Points> points) {
        return card.indicators().stream()
                .map(score -> score.points().isPresent() && points.containsKey(score.id())
                        ? score.with(points.get(score.id()))
                        : score)
                .toList();
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
        return Sum.of(dimensions).mean().map(points -> points.plus(bonus));
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
        Optional<Points> base = base(own)
                .mean()
                .or(() -> Optional.ofNullable(person.track().whenEmpty().get(id)));
        Optional<Points> points = settled(person, id, base, compliance, remarks);
        Fraction weight = person.track().weights().getOrDefault(id, Fraction.ZERO);
        return new DimensionScore(id, weight, base, points, own, List.copyOf(remarks));
    }

    private static Sum base(List<IndicatorScore> scores) {
        Sum sum = Sum.NOTHING;
        for (IndicatorScore score : scores) {
            if (score.points().isPresent()) {
                sum = sum.plus(score.weight(), score.points().get());
            }
        }
        return sum;
    }

    /** The dimension's points after deductions and floors; a floor that lifts them is remarked. */
    private Optional<Points> settled(
            Participant person,
            String id,
            Optional<Points> base,
            ComplianceRecord compliance,
            Collection<? super Remark> remarks) {
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
        return points;
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

    /** Weights, and points times weights. */
    private record Sum(Fraction weights, Fraction points) {

        static final Sum NOTHING = new Sum(Fraction.ZERO, Fraction.ZERO);

        /** Of the dimensions that have points. */
        static Sum of(Map<String, DimensionScore> dimensions) {
            Sum sum = NOTHING;
            for (DimensionScore dimension : dimensions.values()) {
                if (dimension.points().isPresent()) {
                    sum = sum.plus(dimension.weight(), dimension.points().get());
                }
            }
            return sum;
        }

        Sum plus(Fraction weight, Points one) {
            return new Sum(weights.plus(weight), points.plus(weight.times(one.exact())));
        }

        /** Σ weight × points ÷ Σ weight, rounded once (rulings 45); empty where the weights sum to 0. */
        Optional<Points> mean() {
            return weights.signum() == 0 ? Optional.empty() : Optional.of(Points.rounded(points.over(weights)));
        }
    }
}
