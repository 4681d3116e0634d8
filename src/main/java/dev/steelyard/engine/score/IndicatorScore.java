package dev.steelyard.engine.score;

import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.engine.verb.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an indicator gave one person.
 *
 * @param id the indicator's id in the plan
 * @param measured the value and what it came from; already as an appeal set it
 * @param value the value that counts: the measured one, or 0 where the plan says that missing is zero
 * @param points the points, after caps and appeals; empty where there is no value, or the weight is 0
 * @param weight the plan's weight in percent of the dimension, also where it was skipped (rulings 86)
 * @param remarks what changed the points
 */
public record IndicatorScore(
        String id,
        Indicator indicator,
        Measured measured,
        Optional<Fraction> value,
        Optional<Points> points,
        Fraction weight,
        List<Remark> remarks) {

    /** Whether the plan holds the person for lack of this value. */
    public boolean holds() {
        return value.isEmpty()
                && weight.signum() > 0
                && indicator.missing() == Indicator.Missing.HOLD
                && !measured.gap().equals(Optional.of(Measured.Gap.NO_DAY));
    }

    /** The same with other points, for what would come of them. */
    IndicatorScore with(Points other) {
        return new IndicatorScore(id, indicator, measured, value, Optional.of(other), weight, remarks);
    }

    IndicatorScore with(Points changed, Remark remark) {
        List<Remark> more = new ArrayList<>(remarks);
        more.add(remark);
        return new IndicatorScore(id, indicator, measured, value, Optional.of(changed), weight, List.copyOf(more));
    }
}
