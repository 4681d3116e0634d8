package dev.steelyard.govern;

import dev.steelyard.calendar.WorkingDays;
import java.time.LocalDate;

/**
 * The days by which an appeal is due (domain.md 7), in working days. Each throws {@link WorkingDays.UnknownYear} where the
 * calendar does not reach that far.
 */
public record Deadlines(WorkingDays calendar) {

    private static final int TO_SUBMIT = 3;
    private static final int TO_DECIDE = 5;

    /** The last day to appeal. @param published as-of of the first final revision; that day does not count */
    public LocalDate submitBy(LocalDate published) {
        return calendar.after(published, TO_SUBMIT);
    }

    /** The last day to decide. @param submitted the day of submission; it does not count */
    public LocalDate decideBy(LocalDate submitted) {
        return calendar.after(submitted, TO_DECIDE);
    }
}
