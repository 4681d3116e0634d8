package dev.steelyard.score;

import dev.steelyard.unit.Fraction;
import dev.steelyard.unit.Points;
import java.util.Optional;

/**
 * A team's score in a run: the attainment of its region's market share (rulings 6, 7).
 *
 * @param points empty where share or target is missing; members' final is then their individual score
 * @param note which published row and which target were read
 */
public record TeamScore(
        String team, String region, Optional<Fraction> attainment, Optional<Points> points, String note) {}
