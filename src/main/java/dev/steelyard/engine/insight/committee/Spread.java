package dev.steelyard.engine.insight.committee;

import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How an indicator tells people apart: the spread of its values and points over everybody who has points, held people left
 * out (rules.md 6.12).
 *
 * @param atCap how many sit at the curve's highest points or above
 * @param atZero how many have no points above zero
 * @param crowdedAtCap whether so many sit at the cap that the committee should look
 * @param crowdedAtZero likewise at zero
 */
public record Spread(
        String indicator,
        Quartiles<Points> points,
        Quartiles<Fraction> values,
        int people,
        int atCap,
        int atZero,
        boolean crowdedAtCap,
        boolean crowdedAtZero) {

    /**
     * Where the quarters of sorted figures end, by nearest rank: the quarter q of n figures is number ⌈q × n⌉ from below, so
     * that each is somebody's own figure and nothing is interpolated.
     */
    public record Quartiles<T>(T least, T lower, T median, T upper, T most) {

        private static final int PARTS = 4;

        /** @param figures at least one */
        public static <T extends Comparable<? super T>> Quartiles<T> of(List<T> figures) {
            List<T> sorted = figures.stream().sorted().toList();
            return new Quartiles<>(
                    sorted.get(0),
                    sorted.get(rank(1, sorted.size())),
                    sorted.get(rank(2, sorted.size())),
                    sorted.get(rank(3, sorted.size())),
                    sorted.get(sorted.size() - 1));
        }

        /** The same five numbers, each turned into something else. */
        public <R> Quartiles<R> map(Function<T, R> by) {
            return new Quartiles<>(by.apply(least), by.apply(lower), by.apply(median), by.apply(upper), by.apply(most));
        }

        private static int rank(int quarter, int count) {
            return (quarter * count + PARTS - 1) / PARTS - 1;
        }
    }

    /** Of every indicator of which somebody has points, in the plan's order. */
    public static List<Spread> of(Plan plan, ScoreBook book) {
        Map<String, List<IndicatorScore>> scores = new LinkedHashMap<>();
        plan.indicators().keySet().forEach(id -> scores.put(id, new ArrayList<>()));
        for (RankedScorecard card : book.cards()) {
            if (card.status() != Status.HELD) {
                card.card().indicators().stream()
                        .filter(score -> score.points().isPresent())
                        .forEach(score -> scores.get(score.id()).add(score));
            }
        }
        List<Spread> spreads = new ArrayList<>();
        scores.forEach((id, own) -> {
            if (!own.isEmpty()) {
                spreads.add(of(plan, id, own));
            }
        });
        return List.copyOf(spreads);
    }

    private static Spread of(Plan plan, String id, List<IndicatorScore> scores) {
        Indicator indicator = plan.indicators().get(id);
        Points highest = indicator.curve().orElseThrow().highest();
        List<Points> points =
                scores.stream().flatMap(score -> score.points().stream()).toList();
        int atCap = (int) points.stream().filter(one -> one.isAtLeast(highest)).count();
        int atZero = (int) points.stream().filter(one -> one.hundredths() <= 0).count();
        return new Spread(
                id,
                Quartiles.of(points),
                Quartiles.of(
                        scores.stream().flatMap(score -> score.value().stream()).toList()),
                points.size(),
                atCap,
                atZero,
                crowded(plan, Insight.Committee::atCap, atCap, points.size()),
                crowded(plan, Insight.Committee::atZero, atZero, points.size()));
    }

    private static boolean crowded(Plan plan, Function<Insight.Committee, Fraction> limit, int there, int people) {
        return plan.insight()
                .flatMap(Insight::committee)
                .map(limit)
                .filter(share -> Fraction.of(there).over(Fraction.of(people)).isAtLeast(share))
                .isPresent();
    }

    /** How many of those with points have the most that the curve gives, as a fraction of 1. */
    public Fraction shareAtCap() {
        return Fraction.of(atCap).over(Fraction.of(people));
    }

    /** How many of those with points have none, as a fraction of 1. */
    public Fraction shareAtZero() {
        return Fraction.of(atZero).over(Fraction.of(people));
    }

    /** Whether there is something to look at. */
    public boolean isCrowded() {
        return crowdedAtCap || crowdedAtZero;
    }
}
