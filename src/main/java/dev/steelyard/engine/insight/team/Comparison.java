package dev.steelyard.engine.insight.team;

import dev.steelyard.engine.score.DimensionScore;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The mean points of some people beside those of everybody: where they are strong, and where weak. Held people and
 * managers are left out.
 *
 * @param id of a dimension or an indicator
 * @param own the half-up mean of the people
 * @param company the half-up mean of everybody
 * @param people how many of the people have points
 */
public record Comparison(String id, Points own, Points company, int people) {

    /** Whom they are compared with: the means of everybody, once for a run. */
    public record Company(Map<String, Points> dimensions, Map<String, Points> indicators) {
        /** The company's means of each dimension and indicator, over everybody who has points in it. */
        public static Company of(Collection<RankedScorecard> everybody) {
            return new Company(means(everybody, Comparison::dimensions), means(everybody, Comparison::indicators));
        }
    }

    /** How far above the company's mean; negative below it. */
    public Points difference() {
        return own.minus(company);
    }

    /** By dimension, in the plan's order. */
    public static List<Comparison> byDimension(Collection<RankedScorecard> people, Company company) {
        return compare(points(people, Comparison::dimensions), company.dimensions());
    }

    /** By indicator, the strongest first. */
    public static List<Comparison> byIndicator(Collection<RankedScorecard> people, Company company) {
        return compare(points(people, Comparison::indicators), company.indicators()).stream()
                .sorted(Comparator.comparing(Comparison::difference).reversed().thenComparing(Comparison::id))
                .toList();
    }

    private static List<Comparison> compare(Map<String, List<Points>> own, Map<String, Points> company) {
        List<Comparison> comparisons = new ArrayList<>();
        own.forEach((id, points) -> comparisons.add(
                new Comparison(id, TeamStanding.meanOf(points).orElseThrow(), company.get(id), points.size())));
        return comparisons;
    }

    private static Map<String, Points> means(
            Collection<RankedScorecard> people, BiConsumer<RankedScorecard, BiConsumer<String, Points>> figures) {
        Map<String, Points> means = new LinkedHashMap<>();
        points(people, figures)
                .forEach((id, points) ->
                        means.put(id, TeamStanding.meanOf(points).orElseThrow()));
        return means;
    }

    private static Map<String, List<Points>> points(
            Collection<RankedScorecard> people, BiConsumer<RankedScorecard, BiConsumer<String, Points>> figures) {
        Map<String, List<Points>> points = new LinkedHashMap<>();
        people.stream()
                .filter(card -> card.status() != Status.HELD
                        && !card.card().isExempt()
                        && !card.participant().isManager())
                .forEach(card -> figures.accept(card, (id, figure) -> points.computeIfAbsent(id, i -> new ArrayList<>())
                        .add(figure)));
        return points;
    }

    private static void dimensions(RankedScorecard card, BiConsumer<String, Points> to) {
        for (DimensionScore dimension : card.card().dimensions().values()) {
            dimension.points().ifPresent(points -> to.accept(dimension.dimension(), points));
        }
    }

    private static void indicators(RankedScorecard card, BiConsumer<String, Points> to) {
        for (IndicatorScore indicator : card.card().indicators()) {
            indicator.points().ifPresent(points -> to.accept(indicator.id(), points));
        }
    }
}
