package dev.steelyard.engine.score;

import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.List;
import java.util.Optional;

/**
 * A dimension 维度 of one person.
 *
 * @param weight the plan's weight of the dimension in percent
 * @param base Σ weight × points ÷ Σ weight over the indicators that have points (rulings 45), or the plan's {@code
 *     when_empty}
 * @param points the printed figure: the base after deductions, enablement and exploration floor; empty where the
 *     dimension is left out
 */
public record DimensionScore(
        String dimension,
        Fraction weight,
        Optional<Points> base,
        Optional<Points> points,
        List<IndicatorScore> indicators,
        List<Remark> remarks) {}
