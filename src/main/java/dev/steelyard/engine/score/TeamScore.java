package dev.steelyard.engine.score;

import dev.steelyard.engine.fact.PublishedShare;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.List;
import java.util.Optional;

/**
 * A team's score in a run: the attainment of its region's market share (rulings 6, 7).
 *
 * @param points empty where share or target is missing; members' final is then their individual score
 * @param note which published row and which target were read
 * @param parts of whoever belonged to several teams: theirs, of which it is the mean by days (rulings 104); else none
 */
public record TeamScore(
        String team,
        String region,
        Optional<Fraction> attainment,
        Optional<Points> points,
        String note,
        Optional<Basis> basis,
        List<Part> parts) {

    /** One of somebody's teams. @param days of the run's period that the person was employed in it */
    public record Part(String team, int days, Points points) {}

    public TeamScore {
        parts = List.copyOf(parts);
    }

    /** The published share and the target that were read. */
    public record Basis(PublishedShare share, TargetKey key, Targets.Target target) {}

    /** Of a team whose share or target is not known, or of a mean. */
    TeamScore(String team, String region, Optional<Points> points) {
        this(team, region, Optional.empty(), points, "", Optional.empty(), List.of());
    }
}
