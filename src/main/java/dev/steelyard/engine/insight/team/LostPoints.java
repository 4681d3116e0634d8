package dev.steelyard.engine.insight.team;

import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.score.DimensionScore;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.PooledScorecard;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.engine.verb.Measured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a final lacks to 100 points, part by part 失分. The parts sum to it but for the rounding of the printed figures: at
 * most (1 − s) × 0.01 + 0.005 for a team's part s. So it is for finals that were not clamped and that are no mean of several
 * periods, of which only the dimensions are known.
 *
 * @param parts in the plan's order: of each dimension its indicators, then what the rules did to it; the bonus; the team
 */
public record LostPoints(List<Part> parts) {

    /** Every target met earns this: what is missing to it is lost, what is above it is gained. */
    private static final Points PAR = Points.of(100);

    /** What a part is. */
    public enum Kind {
        INDICATOR,
        /** A dimension of which no indicator is known. */
        DIMENSION,
        /** Deductions less enablement, or the floor of an exploration period. */
        RULES,
        BONUS,
        TEAM
    }

    /**
     * One part.
     *
     * @param id the indicator, or the dimension; blank for bonus and team
     * @param indicator of an indicator
     * @param points what was earned; of rules what they added or took
     * @param share how much of a point here reaches the final
     * @param lost in points of the final; negative where more than 100 points were earned
     */
    public record Part(
            Kind kind, String id, Optional<IndicatorScore> indicator, Points points, Fraction share, Fraction lost) {

        /** Whether it is the person's own to mend. */
        public boolean isOwn() {
            return kind == Kind.RULES
                    || kind == Kind.DIMENSION
                    || indicator.filter(LostPoints::isOwn).isPresent();
        }
    }

    public LostPoints {
        parts = List.copyOf(parts);
    }

    /** Empty where there is no final. */
    public static Optional<LostPoints> of(Plan plan, RankedScorecard card) {
        return card.pooled().score().map(score -> new LostPoints(new Parts(plan, card.pooled()).make()));
    }

    /** Whether the person can raise it: no figure of team or region, nor one whose export was not delivered. */
    static boolean isOwn(IndicatorScore score) {
        boolean own =
                switch (score.indicator().measure().over()) {
                    case SELF, MENTEES -> true;
                    case TEAM, REGION -> false;
                };
        return own && !score.measured().gap().equals(Optional.of(Measured.Gap.NO_DATASET));
    }

    /** Parts that cost points, the most first. */
    public List<Part> costly() {
        return parts.stream()
                .filter(part -> Points.rounded(part.lost()).hundredths() > 0)
                .sorted(Comparator.comparing(Part::lost, Comparator.reverseOrder()))
                .toList();
    }

    /** The indicators that cost the most points, the most first. */
    public List<Part> gaps(int most) {
        return costly().stream()
                .filter(part -> part.kind() == Kind.INDICATOR || part.kind() == Kind.DIMENSION)
                .filter(Part::isOwn)
                .limit(most)
                .toList();
    }

    /** What is missing to 100 points, in points, before rounding. */
    public Fraction sum() {
        return parts.stream().map(Part::lost).reduce(Fraction.ZERO, Fraction::plus);
    }

    private static final class Parts {
        private final Plan plan;
        private final PooledScorecard card;
        private final List<Part> parts = new ArrayList<>();

        Parts(Plan plan, PooledScorecard card) {
            this.plan = plan;
            this.card = card;
        }

        List<Part> make() {
            Fraction own = card.team().points().isPresent()
                    ? Fraction.ONE.minus(plan.teamPool().share())
                    : Fraction.ONE;
            List<DimensionScore> known = card.card().dimensions().values().stream()
                    .filter(dimension ->
                            dimension.points().isPresent() && dimension.weight().signum() > 0)
                    .toList();
            Fraction weights = sum(known.stream().map(DimensionScore::weight).toList());
            known.forEach(dimension ->
                    dimension(dimension, own.times(dimension.weight()).over(weights)));
            if (card.card().bonus().hundredths() != 0) {
                Points bonus = card.card().bonus();
                add(Kind.BONUS, "", bonus, own, Points.ZERO);
            }
            card.team()
                    .points()
                    .ifPresent(
                            points -> add(Kind.TEAM, "", points, plan.teamPool().share(), PAR));
            return parts;
        }

        private void dimension(DimensionScore dimension, Fraction share) {
            List<IndicatorScore> known = dimension.indicators().stream()
                    .filter(score ->
                            score.points().isPresent() && score.weight().signum() > 0)
                    .toList();
            Points base = dimension.base().or(dimension::points).orElseThrow();
            if (known.isEmpty()) {
                add(Kind.DIMENSION, dimension.dimension(), base, share, PAR);
            }
            Fraction weights = sum(known.stream().map(IndicatorScore::weight).toList());
            for (IndicatorScore score : known) {
                Points points = score.points().orElseThrow();
                Fraction part = share.times(score.weight()).over(weights);
                parts.add(new Part(
                        Kind.INDICATOR, score.id(), Optional.of(score), points, part, lost(PAR, points, part)));
            }
            Points ruled = dimension.points().orElseThrow().minus(base);
            if (ruled.hundredths() != 0) {
                add(Kind.RULES, dimension.dimension(), ruled, share, Points.ZERO);
            }
        }

        private void add(Kind kind, String id, Points points, Fraction share, Points par) {
            parts.add(new Part(kind, id, Optional.empty(), points, share, lost(par, points, share)));
        }

        private static Fraction lost(Points par, Points points, Fraction share) {
            return par.minus(points).exact().times(share);
        }

        private static Fraction sum(List<Fraction> weights) {
            return weights.stream().reduce(Fraction.ZERO, Fraction::plus);
        }
    }
}
