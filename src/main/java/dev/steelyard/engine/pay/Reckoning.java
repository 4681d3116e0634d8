package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.people.Placements;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Registers;

/**
 * What the pay of a period is reckoned from.
 *
 * @param placements where everybody was, day by day
 */
public record Reckoning(
        Plan plan,
        Registers registers,
        Measurements measurements,
        WorkingDays calendar,
        Placements placements,
        Period period) {}
