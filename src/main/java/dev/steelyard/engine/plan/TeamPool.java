package dev.steelyard.engine.plan;

import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.Optional;

/**
 * The team pool 团队绩效池: how much of each score hangs on the team (rules.md 4.13).
 *
 * @param share the part of the final that is the team's, 30%
 * @param least the least final
 * @param most the greatest final
 * @param target the target's name, looked up for the team, else for its region (rulings 7)
 * @param maxAgeMonths how old the newest published market share may be
 * @param curve attainment → team score
 * @param money whether the share is also bound in money, and by which factor
 */
public record TeamPool(
        Fraction share, Points least, Points most, String target, int maxAgeMonths, Curve curve, Money money) {

    /** {@code score_only}, or {@code share}: the same part of each commission goes through the pool. */
    public record Money(Mode mode, Optional<Curve> factor) {
        public enum Mode {
            SCORE_ONLY,
            SHARE
        }
    }
}
