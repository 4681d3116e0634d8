package dev.steelyard.engine.score;

import dev.steelyard.engine.unit.Points;
import java.util.Optional;

/**
 * A scorecard joined with its team's score.
 *
 * @param score the final 最终得分: the plan's part of the individual plus that of the team, or the individual where the
 *     team has no score; clamped; empty where the card is not complete
 */
public record PooledScorecard(Scorecard card, TeamScore team, Optional<Points> score) {

    /** Whose it is. */
    public Participant participant() {
        return card.participant();
    }
}
