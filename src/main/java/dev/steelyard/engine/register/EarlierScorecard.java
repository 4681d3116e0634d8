package dev.steelyard.engine.register;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.unit.Points;
import java.util.Map;
import java.util.Optional;

/**
 * One person's printed figures of an earlier period: what a quarter's or year's mean is made of (rulings 1–3, 78).
 *
 * @param scored whether the person was scored in it: ranked or vetoed; the figures of others do not count
 * @param dimensions dimension → points, of those that were printed
 * @param grade as printed, after caps and veto
 * @param exempt whether the person was away for too much of it to be judged
 * @param gradeCap the best grade that deductions allowed
 */
public record EarlierScorecard(
        Period period,
        String employeeId,
        boolean scored,
        Map<String, Points> dimensions,
        Optional<Points> bonus,
        Optional<Points> individual,
        Optional<Points> teamScore,
        Optional<Points> score,
        Optional<String> grade,
        Optional<String> gradeCap,
        boolean vetoed,
        boolean exempt) {

    public EarlierScorecard {
        dimensions = Map.copyOf(dimensions);
    }
}
