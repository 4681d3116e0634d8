package dev.steelyard.engine.insight.committee;

import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.engine.unit.Points;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One person before and after a decision that is tried out.
 *
 * @param pay how much more the period would calculate for the person, whatever becomes of it; negative where less
 */
public record Moved(RankedScorecard before, RankedScorecard after, Money pay) {

    /**
     * Who differs in anything but the rank, whose final would change most first, then whose pay, then in the order of the population.
     *
     * @param pay employee id → how much more is calculated for the person
     */
    public static List<Moved> between(ScoreBook before, ScoreBook after, Map<String, Money> pay) {
        return all(before, after, pay).stream()
                .filter(moved -> moved.changesScore() || moved.pay.signum() != 0)
                .sorted(Comparator.comparing(Moved::size)
                        .thenComparing(moved -> moved.pay.amount().abs())
                        .reversed())
                .toList();
    }

    /** How many people's rank in the company would be another, or their first, or none. */
    public static long ranks(ScoreBook before, ScoreBook after) {
        return all(before, after, Map.of()).stream()
                .filter(moved -> !moved.before
                        .ranks()
                        .overall()
                        .equals(moved.after.ranks().overall()))
                .count();
    }

    private static List<Moved> all(ScoreBook before, ScoreBook after, Map<String, Money> pay) {
        Map<String, RankedScorecard> earlier = before.byId();
        Map<String, RankedScorecard> now = after.byId();
        return before.population().participants().stream()
                .map(person -> new Moved(
                        earlier.get(person.id()), now.get(person.id()), pay.getOrDefault(person.id(), Money.ZERO)))
                .toList();
    }

    /** How much the final would change; empty where there is none before or after. */
    public Optional<Points> change() {
        return after.pooled().score().flatMap(now -> before.pooled().score().map(now::minus));
    }

    /** Whether the grade would be another, or somebody would be held or ranked. */
    public boolean changesGrade() {
        return !before.grade().equals(after.grade()) || before.status() != after.status();
    }

    private long size() {
        return change().map(points -> Math.abs(points.hundredths())).orElse(Long.MAX_VALUE);
    }

    /** Whether points, grade or status would be others. */
    public boolean changesScore() {
        return changesGrade()
                || !before.pooled().score().equals(after.pooled().score())
                // Most cards are taken as they are.
                || before.card() != after.card()
                        && (!before.card().individual().equals(after.card().individual())
                                || !points(before).equals(points(after)));
    }

    private static List<Optional<Points>> points(RankedScorecard card) {
        return card.card().indicators().stream().map(IndicatorScore::points).toList();
    }
}
