package dev.steelyard.engine.score;

import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.Optional;

/**
 * Where a person stands with a milestone 里程碑.
 *
 * @param before the count the day before the period begins
 * @param now the count at the period's end
 * @param reached the step that is reached now and was not before (rulings 41)
 */
public record MilestoneScore(
        Rules.Milestone milestone, Fraction before, Fraction now, Optional<Rules.Milestone.Step> reached) {

    static MilestoneScore of(Rules.Milestone milestone, Fraction before, Fraction now) {
        Optional<Rules.Milestone.Step> reached = Optional.empty();
        for (Rules.Milestone.Step step : milestone.steps()) {
            Fraction count = Fraction.of(step.count());
            if (now.isAtLeast(count) && before.isBelow(count)) {
                reached = Optional.of(step);
            }
        }
        return new MilestoneScore(milestone, before, now, reached);
    }

    /** The points of the step that is reached now and was not before; 0.00 where none is (ruling 41). */
    public Points points() {
        return reached.map(Rules.Milestone.Step::points).orElse(Points.ZERO);
    }
}
