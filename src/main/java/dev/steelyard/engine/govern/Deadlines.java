package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.plan.Plan;
import java.time.LocalDate;

/**
 * The days by which an appeal is due (rules.md 7), in working days. Each throws {@link WorkingDays.UnknownYear} where the
 * calendar does not reach that far.
 */
public record Deadlines(WorkingDays calendar, Plan.Appeals rule) {

    public Deadlines(WorkingDays calendar, Plan plan) {
        this(calendar, plan.appeals().orElse(Plan.Appeals.USUAL));
    }

    /** The last day to appeal. @param published as-of of the first final revision; that day does not count */
    public LocalDate submitBy(LocalDate published) {
        return calendar.after(published, rule.submitWithin());
    }

    /** The last day to decide. @param submitted the day of submission; it does not count */
    public LocalDate decideBy(LocalDate submitted) {
        return calendar.after(submitted, rule.decideWithin());
    }
}
