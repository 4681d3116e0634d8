package dev.steelyard.app.schedule;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.input.planfile.JobFile;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.input.planfile.mistake.Mistake;
import dev.steelyard.input.planfile.mistake.PlanError;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scheduled job: which of its periods are due, and which come next. */
record Timetable(Setup setup, FireTimes times) {

    /**
     * Of a job; empty where it has no schedule.
     *
     * @throws InvalidFile if its cron expression is none
     */
    static Optional<Timetable> of(Setup setup) {
        return setup.job().schedule().map(schedule -> {
            try {
                return new Timetable(
                        setup,
                        FireTimes.of(
                                schedule, setup.job().period(), setup.plan().zone(), setup.workingDays()));
            } catch (ParseException e) {
                throw new InvalidFile(List.of(Mistake.of(PlanError.NOT_A_CRON, JobFile.placeOfCron(setup.jobFile()))
                        .with("value", schedule.cron().orElseThrow())
                        .with("reason", ": " + e.getMessage())));
            }
        });
    }

    Job job() {
        return setup.job();
    }

    /** Whether it runs in the midst of a period; else when one has ended. */
    private boolean isToDate() {
        return job().does().isToDate();
    }

    /**
     * What is due and has no final run, as far as the calendar reaches.
     *
     * @param runs the periods that have one → the as-of day of the newest
     */
    List<Due> due(Map<Period, LocalDate> runs, Instant now) {
        return isToDate() ? toDate(runs, now).stream().toList() : ended(runs, now);
    }

    /** However long nobody looked: every period since the first. */
    private List<Due> ended(Map<Period, LocalDate> runs, Instant now) {
        List<Due> due = new ArrayList<>();
        Period lastEnded = lastEnded(now);
        for (Period period = first(runs, lastEnded); period.compareTo(lastEnded) <= 0; period = period.next()) {
            if (!runs.containsKey(period) && isInForce(period)) {
                Period ended = period;
                at(period)
                        .filter(at -> !at.toInstant().isAfter(now))
                        .ifPresent(at -> due.add(new Due(this, ended, ended.last(), at)));
            }
        }
        return due;
    }

    private Optional<ZonedDateTime> at(Period period) {
        try {
            return times.of(period);
        } catch (WorkingDays.UnknownYear e) {
            return Optional.empty();
        }
    }

    /** The year without whose working days nobody knows when the job is to be started; empty where they are known. */
    Optional<Integer> missingYear(Instant now) {
        try {
            if (!isToDate()) {
                times.of(lastEnded(now));
            }
            times.after(now);
            return Optional.empty();
        } catch (WorkingDays.UnknownYear e) {
            return Optional.of(e.year());
        }
    }

    private Period first(Map<Period, LocalDate> runs, Period lastEnded) {
        return since().orElseGet(
                        () -> runs.keySet().stream().min(Period::compareTo).orElse(lastEnded));
    }

    private Optional<Period> since() {
        return job().schedule().orElseThrow().since().flatMap(Period::parse);
    }

    private Period lastEnded(Instant now) {
        return Period.of(job().period(), now.atZone(times.zone()).toLocalDate()).previous();
    }

    /** Times that were missed collapse into the last: what they would have shown is history. */
    private Optional<Due> toDate(Map<Period, LocalDate> runs, Instant now) {
        return latest(now)
                .map(this::toDate)
                .filter(due -> isInForce(due.period()))
                .filter(due -> since().filter(first -> due.period().compareTo(first) < 0)
                        .isEmpty())
                .filter(due -> Optional.ofNullable(runs.get(due.period()))
                        .filter(asOf -> !asOf.isBefore(due.at().toLocalDate()))
                        .isEmpty());
    }

    private Optional<ZonedDateTime> latest(Instant now) {
        try {
            return times.latest(now);
        } catch (WorkingDays.UnknownYear e) {
            return Optional.empty();
        }
    }

    private Due toDate(ZonedDateTime at) {
        LocalDate day = at.toLocalDate();
        return new Due(this, Period.of(job().period(), day), day.minusDays(1), at);
    }

    /** Until when the run waits for an export; empty where the calendar does not reach that far. */
    Optional<ZonedDateTime> deadline(Due due, Job.Expected expected) {
        try {
            return Optional.of(times.at(setup.workingDays()
                    .after(due.through(), expected.by().workingDay())
                    .atTime(expected.by().at())));
        } catch (WorkingDays.UnknownYear e) {
            return Optional.empty();
        }
    }

    /** Whether the plan holds for the period. */
    boolean isInForce(Period period) {
        return setup.plan().effective().covers(period.days());
    }

    /** When the job is started next; empty where that is never, or where the calendar does not reach that far. */
    Optional<ZonedDateTime> next(Instant now) {
        try {
            return times.after(now);
        } catch (WorkingDays.UnknownYear e) {
            return Optional.empty();
        }
    }

    /** What comes after now: so many times, or fewer and why there are no more. */
    List<Coming> coming(Instant now, int limit) {
        List<Coming> coming = new ArrayList<>();
        Optional<Coming> next = isToDate() ? coming(now) : coming(firstAhead(now));
        while (next.isPresent() && coming.size() < limit) {
            coming.add(next.get());
            next = next.get() instanceof Coming.Fire fire
                    ? isToDate()
                            ? coming(fire.at().toInstant())
                            : coming(fire.period().next())
                    : Optional.empty();
        }
        return List.copyOf(coming);
    }

    /** The first period whose time is still to come; it may have ended already. */
    private Period firstAhead(Instant now) {
        Period period = lastEnded(now);
        while (at(period.previous()).filter(at -> at.toInstant().isAfter(now)).isPresent()) {
            period = period.previous();
        }
        while (at(period).filter(at -> !at.toInstant().isAfter(now)).isPresent()) {
            period = period.next();
        }
        return period;
    }

    private Optional<Coming> coming(Period period) {
        try {
            return times.of(period).map(at -> fire(period, at));
        } catch (WorkingDays.UnknownYear e) {
            return Optional.of(new Coming.CalendarEnds(job().job(), period, e.year()));
        }
    }

    private Optional<Coming> coming(Instant after) {
        try {
            return times.after(after).map(at -> fire(Period.of(job().period(), at.toLocalDate()), at));
        } catch (WorkingDays.UnknownYear e) {
            Period period = Period.of(job().period(), after.atZone(times.zone()).toLocalDate());
            return Optional.of(new Coming.CalendarEnds(job().job(), period, e.year()));
        }
    }

    private Coming fire(Period period, ZonedDateTime at) {
        String name = job().job();
        if (!isInForce(period)) {
            return new Coming.PlanEnds(name, period, setup.plan().plan());
        }
        return setup.workingDays().years().contains(at.getYear())
                ? new Coming.Fire(name, period, at)
                : new Coming.CalendarEnds(name, period, at.getYear());
    }

    /** Short: the rules behind a job are long. */
    @Override
    public String toString() {
        return job().job();
    }
}
