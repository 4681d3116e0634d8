package dev.steelyard.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All scorecards of one period.
 *
 * @param cards by rank, then id; unranked people last
 * @param teams team → its score, in code-point order
 */
public record ScoreBook(Population population, List<RankedScorecard> cards, Map<String, TeamScore> teams) {

    public Optional<RankedScorecard> find(String employeeId) {
        return cards.stream()
                .filter(card -> card.participant().id().equals(employeeId))
                .findFirst();
    }

    /** Employee id → card. */
    public Map<String, RankedScorecard> byId() {
        Map<String, RankedScorecard> byId = new HashMap<>();
        cards.forEach(card -> byId.put(card.participant().id(), card));
        return byId;
    }
}
