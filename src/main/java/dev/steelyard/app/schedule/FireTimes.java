package dev.steelyard.app.schedule;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.input.planfile.Job;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * When a job is started: a pure function of its schedule, the calendar and the zone. A time that does not exist because
 * clocks are put forward is the moment at which they are; of one that comes twice it is the first.
 */
final class FireTimes {

    private final WallTimes times;
    private final ZoneId zone;

    private FireTimes(WallTimes times, ZoneId zone) {
        this.times = times;
        this.zone = zone;
    }

    /**
     * Of a job.
     *
     * @param otherwise the zone where the schedule names none
     * @throws ParseException if the cron expression is none; its message says why
     */
    static FireTimes of(Job.Schedule schedule, Period.Kind kind, ZoneId otherwise, WorkingDays calendar)
            throws ParseException {
        ZoneId zone = schedule.zone().orElse(otherwise);
        Optional<Job.WorkingDay> day = schedule.onWorkingDay();
        return new FireTimes(
                day.isPresent()
                        ? new WorkingDayTimes(day.get(), kind, calendar)
                        : CronTimes.of(schedule.cron().orElseThrow()),
                zone);
    }

    ZoneId zone() {
        return zone;
    }

    /**
     * When a period that has ended is run: the first time after its end.
     *
     * @return empty where there is none
     * @throws WorkingDays.UnknownYear if the calendar does not reach that far
     */
    Optional<ZonedDateTime> of(Period period) {
        LocalDateTime lastMoment = period.last().atTime(LocalTime.MAX);
        return (times instanceof WorkingDayTimes days ? Optional.of(days.of(period)) : times.after(lastMoment))
                .map(this::at);
    }

    /** The first time after the instant. */
    Optional<ZonedDateTime> after(Instant instant) {
        LocalDateTime time = instant.atZone(zone).toLocalDateTime();
        // Times that clocks skip or repeat meet others: go on until it is truly later.
        for (Optional<LocalDateTime> next = times.after(time); next.isPresent(); next = times.after(next.get())) {
            ZonedDateTime found = at(next.get());
            if (found.toInstant().isAfter(instant)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The last time that is not after the instant; empty where none lies in the ten years before. */
    Optional<ZonedDateTime> latest(Instant instant) {
        LocalDate horizon = instant.atZone(zone).toLocalDate().minusYears(10);
        for (Duration back = Duration.ofMinutes(1); ; back = back.multipliedBy(2)) {
            Instant from = instant.minus(back);
            if (from.atZone(zone).toLocalDate().isBefore(horizon)) {
                return Optional.empty();
            }
            Optional<ZonedDateTime> first =
                    after(from).filter(found -> !found.toInstant().isAfter(instant));
            if (first.isPresent()) {
                return Optional.of(lastFrom(first.get(), instant));
            }
        }
    }

    private ZonedDateTime lastFrom(ZonedDateTime first, Instant instant) {
        ZonedDateTime last = first;
        for (Optional<ZonedDateTime> next = after(last.toInstant());
                next.isPresent() && !next.get().toInstant().isAfter(instant);
                next = after(last.toInstant())) {
            last = next.get();
        }
        return last;
    }

    /** The moment at which clocks of the place show that time. */
    ZonedDateTime at(LocalDateTime time) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(time);
        return transition != null && transition.isGap()
                ? transition.getInstant().atZone(zone)
                : time.atZone(zone);
    }
}
