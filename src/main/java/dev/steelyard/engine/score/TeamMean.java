package dev.steelyard.engine.score;

import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.engine.verb.Measured;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code team_mean}: the mean of the members' printed dimension; who is held, exempt or lacks the dimension is left out, interim
 * and vetoed people count, whom a veto keeps from being exempt too (rulings 36, 97).
 */
final class TeamMean implements CardVerb {

    @Override
    public Signature signature() {
        return new Signature(Set.of("dimension"), Set.of());
    }

    @Override
    public Measured apply(Measure measure, List<Scorecard> members) {
        String dimension = measure.dimension().orElseThrow();
        List<Points> points = members.stream()
                .filter(Scorecard::countsInMeans)
                .map(card -> card.points(dimension))
                .flatMap(Optional::stream)
                .toList();
        Fraction sum = points.stream().map(Points::exact).reduce(Fraction.ZERO, Fraction::plus);
        return Measured.ofCards(
                points.isEmpty() ? Optional.empty() : Optional.of(sum.over(Fraction.of(points.size()))), points.size());
    }
}
