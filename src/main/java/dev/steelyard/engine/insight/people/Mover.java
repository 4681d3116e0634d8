package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.Points;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who was ranked in the period before, and is ranked now.
 *
 * @param before the final of the period before
 * @param change the final now less that before
 * @param rankBefore the place among those ranked then
 */
public record Mover(RankedScorecard card, Points before, Points change, int rankBefore) {

    /** Places won; below 0 for places lost. */
    public int places() {
        return rankBefore - card.ranks().overall().orElseThrow();
    }

    /** Everybody who is in both, who gained the most points first. */
    public static List<Mover> of(ScoreBook book, List<EarlierScorecard> previous) {
        Map<String, Points> before = new HashMap<>();
        previous.stream().filter(card -> card.scored() && !card.vetoed()).forEach(card -> card.score()
                .ifPresent(score -> before.put(card.employeeId(), score)));
        return book.cards().stream()
                .filter(card -> card.status() == Status.RANKED)
                .filter(card -> before.containsKey(card.participant().id()))
                .map(card -> of(card, before))
                .sorted(Comparator.comparing(Mover::change)
                        .reversed()
                        .thenComparing(mover -> mover.card().participant().id()))
                .toList();
    }

    private static Mover of(RankedScorecard card, Map<String, Points> all) {
        Points before = all.get(card.participant().id());
        Points now = card.pooled().score().orElseThrow();
        int higher = (int) all.values().stream()
                .filter(other -> other.compareTo(before) > 0)
                .count();
        return new Mover(card, before, now.minus(before), higher + 1);
    }
}
