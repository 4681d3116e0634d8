package dev.steelyard.engine.score;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.register.EarlierScorecard;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All scorecards of one period.
 *
 * @param cards by rank, then id; unranked people last
 * @param teams team → its score, in code-point order
 * @param earlier the scorecards that means were made of, published or calculated for this
 */
public record ScoreBook(
        Population population,
        List<RankedScorecard> cards,
        Map<String, TeamScore> teams,
        List<EarlierScorecard> earlier) {

    /** Somebody's result; empty where nobody with the id is scored. */
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

    /** Of some people, but for their places among others than those of their team. */
    public static ScoreBook inTeams(
            Population population, List<RankedScorecard> cards, List<EarlierScorecard> earlier) {
        Map<String, TeamScore> teams = new LinkedHashMap<>();
        cards.forEach(card -> teams.putIfAbsent(
                card.participant().employee().team(), card.pooled().team()));
        return new ScoreBook(
                population, cards.stream().map(RankedScorecard::inTeam).toList(), teams, earlier);
    }

    /** The printed figures, as a mean over several periods needs them. */
    public List<EarlierScorecard> earlier(Period period) {
        return cards.stream()
                .map(card -> new EarlierScorecard(
                        period,
                        card.participant().id(),
                        card.isPaid(),
                        card.card().printedDimensions(),
                        Optional.of(card.card().bonus()),
                        card.card().individual(),
                        card.pooled().team().points(),
                        card.pooled().score(),
                        card.grade(),
                        card.card()
                                .compliance()
                                .gradeCap()
                                .filter(cap -> card.status() != RankedScorecard.Status.INTERIM),
                        card.card().compliance().isVetoed(),
                        card.status() == RankedScorecard.Status.EXEMPT))
                .toList();
    }
}
