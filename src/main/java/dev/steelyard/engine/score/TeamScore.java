package dev.steelyard.engine.score;

import dev.steelyard.engine.fact.MarketShare;
import dev.steelyard.engine.fact.Targets;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.Optional;

/**
 * A team's score in a run: the attainment of its region's market share (rulings 6, 7).
 *
 * @param points empty where share or target is missing; members' final is then their individual score
 * @param note which published row and which target were read
 */
public record TeamScore(
        String team,
        String region,
        Optional<Fraction> attainment,
        Optional<Points> points,
        String note,
        Optional<Basis> basis) {

    /** The published share and the target that were read. */
    public record Basis(MarketShare.Published share, Targets.Key key, Targets.Target target) {}

    /** Of a team whose share or target is not known, or of a mean. */
    TeamScore(String team, String region, Optional<Points> points) {
        this(team, region, Optional.empty(), points, "", Optional.empty());
    }
}
