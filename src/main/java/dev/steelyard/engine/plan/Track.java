package dev.steelyard.engine.plan;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.Map;

/**
 * A track 序列.
 *
 * @param cycle how often the track is scored: month or quarter (rules.md, Cycles)
 * @param manager whether its people lead teams: they are scored on their members and not ranked within a team
 * @param weights dimension → weight, in percent; they sum to 100
 * @param whenEmpty dimension → the points it has when none of its indicators has any; a dimension not named here is
 *     left out then, and its weight goes to the others in proportion
 */
public record Track(
        Name name, Period.Kind cycle, boolean manager, Map<String, Fraction> weights, Map<String, Points> whenEmpty) {

    public Track {
        weights = InOrder.copy(weights);
        whenEmpty = InOrder.copy(whenEmpty);
    }
}
