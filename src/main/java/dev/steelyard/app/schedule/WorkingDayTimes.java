package dev.steelyard.app.schedule;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.input.planfile.Job;
import java.time.LocalDateTime;
import java.util.Optional;

/** The N-th working day after the end of each period. */
record WorkingDayTimes(Job.WorkingDay when, Period.Kind kind, WorkingDays calendar) implements WallTimes {

    /** @throws WorkingDays.UnknownYear if the calendar does not reach that far */
    LocalDateTime of(Period period) {
        return calendar.after(period.last(), when.workingDay()).atTime(when.at());
    }

    @Override
    public Optional<LocalDateTime> after(LocalDateTime time) {
        Period period = Period.of(kind, time.toLocalDate());
        // A late working day of a period can lie beyond the end of the next.
        while (isLater(period.previous(), time)) {
            period = period.previous();
        }
        while (!of(period).isAfter(time)) {
            period = period.next();
        }
        return Optional.of(of(period));
    }

    /** What lies in a year that nobody knows any more is over. */
    private boolean isLater(Period period, LocalDateTime time) {
        try {
            return of(period).isAfter(time);
        } catch (WorkingDays.UnknownYear e) {
            if (e.year() >= time.getYear()) {
                throw e;
            }
            return false;
        }
    }
}
