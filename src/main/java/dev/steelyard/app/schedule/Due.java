package dev.steelyard.app.schedule;

import dev.steelyard.engine.calendar.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;

/**
 * A period that a job has to run, as its schedule says.
 *
 * @param through the last day that the run covers: of a period to date the day before it is run, else the period's last
 * @param at since when it is due
 */
record Due(Timetable timetable, Period period, LocalDate through, ZonedDateTime at) {

    /** Oldest first: by the period's last day, a month before its quarter and its year. */
    static final Comparator<Due> OLDEST_FIRST =
            Comparator.comparing(Due::period).thenComparing(Due::at).thenComparing(Due::job);

    String job() {
        return timetable.job().job();
    }

    /** Whether this must not be run before the other: the same job, or a period that rests on the other's. */
    boolean restsOn(Due other) {
        return job().equals(other.job())
                || timetable.job().does().scores()
                        && other.timetable.job().does().scores()
                        && period.compareTo(other.period) > 0
                        && period.days().contains(other.period.first());
    }

    /** What tells it from every other. */
    Key key() {
        return new Key(job(), period, at.toInstant());
    }

    /** A job, a period and since when it is due. */
    record Key(String job, Period period, Instant at) {}
}
