package dev.steelyard.app.schedule;

import dev.steelyard.engine.calendar.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What comes of a job's schedule. */
public sealed interface Coming {

    String job();

    /** The period that would be run. */
    Period period();

    /** The job is started. */
    record Fire(String job, Period period, ZonedDateTime at) implements Coming {}

    /** Nobody knows when, for the working days of the year are not known. */
    record CalendarEnds(String job, Period period, int year) implements Coming {}

    /** The job's plan no longer holds for the period. */
    record PlanEnds(String job, Period period, String plan) implements Coming {}

    /**
     * Of several jobs: the next times in their order, then why there are no more.
     *
     * @param limit how many times at most
     */
    static List<Coming> of(List<List<Coming>> jobs, int limit) {
        List<Coming> all = new ArrayList<>(jobs.stream()
                .flatMap(List::stream)
                .filter(Fire.class::isInstance)
                .map(Fire.class::cast)
                .sorted(Comparator.comparing((Fire fire) -> fire.at().toInstant())
                        .thenComparing(Fire::period)
                        .thenComparing(Fire::job))
                .limit(limit)
                .toList());
        jobs.stream()
                .flatMap(List::stream)
                .filter(coming -> !(coming instanceof Fire))
                .forEach(all::add);
        return List.copyOf(all);
    }
}
