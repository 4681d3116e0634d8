package dev.steelyard.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten years of schedules in five zones, by a calendar and a clock that are made up. */
class DueTest {

    private static final List<String> ZONES =
            List.of("Asia/Shanghai", "America/New_York", "Australia/Sydney", "America/Sao_Paulo", "UTC");

    private static final List<String> SCHEDULES = List.of(
            "cron: \"0 0 6 8 * ?\"",
            // Clocks are put forward and back at these hours, in New York, Sydney and, till 2019, São Paulo.
            "cron: \"0 30 2 8 * ?\"",
            "cron: \"0 30 2 ? * *\"",
            "cron: \"0 30 0 ? * SUN\"",
            "cron: \"0 0 0 1 * ?\"",
            "cron: \"0 30 2 L * ?\"",
            "cron: \"0 30 2 1W * ?\"",
            "cron: \"0 0 6 10 1,4,7,10 ?\"",
            "{working_day: 3, at: \"03:00\"}",
            "{working_day: 1, at: \"02:30\"}",
            "{working_day: 25, at: \"00:00\"}");

    private static final int FIRST = 2014;
    private static final WorkingDays CALENDAR = TestJobs.calendar(FIRST - 2, FIRST + 12);

    @TempDir
    Path home;

    static Stream<Arguments> everywhere() {
        return ZONES.stream().flatMap(zone -> SCHEDULES.stream().map(when -> Arguments.of(zone, when)));
    }

    private Timetable timetable(String job, String zone, String when) throws IOException {
        String schedule = when.startsWith("{")
                ? "schedule: " + when.replace("}", ", zone: " + zone + "}")
                : "schedule: {" + when + ", zone: " + zone + "}";
        return TestJobs.in(home).with(job, schedule).timetable(job, CALENDAR);
    }

    private static Instant begin(Timetable timetable) {
        return LocalDate.of(FIRST, 1, 1).atStartOfDay(timetable.times().zone()).toInstant();
    }

    private static Instant end(Timetable timetable) {
        return LocalDate.of(FIRST + 10, 1, 1)
                .atStartOfDay(timetable.times().zone())
                .toInstant();
    }

    /** The ledger as the runs fill it. */
    private static Map<Period, LocalDate> ledger() {
        Map<Period, LocalDate> runs = new TreeMap<>();
        runs.put(Period.month(FIRST - 1, 9), LocalDate.of(FIRST - 1, 10, 8));
        return runs;
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void eachPeriodRunsOnceByItsTriggerAlone(String zone, String when) throws IOException {
        Timetable timetable = timetable("month-end", zone, when);
        Map<Period, LocalDate> runs = ledger();
        List<Period> order = new ArrayList<>();
        for (Instant now = begin(timetable); now.isBefore(end(timetable)); ) {
            for (Due due : timetable.due(runs, now)) {
                assertThat(due.at().toInstant()).isBeforeOrEqualTo(now);
                assertThat(due.at().toLocalDate()).isAfter(due.period().last());
                assertThat(runs).doesNotContainKey(due.period());
                runs.put(due.period(), due.at().toLocalDate());
                order.add(due.period());
            }
            now = timetable.next(now).orElseThrow().toInstant();
        }
        assertThat(order).isSorted().doesNotHaveDuplicates();
        assertThat(order.get(0)).isEqualTo(Period.month(FIRST - 1, 10));
        assertThat(order)
                .hasSize((order.get(order.size() - 1).year() - FIRST) * 12
                        + order.get(order.size() - 1).number()
                        + 3);
        assertThat(order.get(order.size() - 1)).isGreaterThanOrEqualTo(Period.month(FIRST + 9, 8));
        assertThat(timetable.due(runs, end(timetable).minusMillis(1))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void eachPeriodRunsOnceHoweverLongTheMachineWasOff(String zone, String when) throws IOException {
        Timetable timetable = timetable("month-end", zone, when);
        Random dice = new Random(zone.hashCode() * 31L + when.hashCode());
        Map<Period, LocalDate> runs = ledger();
        List<Period> order = new ArrayList<>();
        for (Instant now = begin(timetable); now.isBefore(end(timetable)); ) {
            List<Due> due = timetable.due(runs, now);
            due.forEach(one -> order.add(one.period()));
            due.forEach(one -> runs.put(one.period(), one.at().toLocalDate()));
            assertThat(timetable.due(runs, now)).isEmpty();
            // Sometimes off for three months.
            now = now.plus(dice.nextInt(20) == 0 ? Duration.ofDays(91) : Duration.ofMinutes(dice.nextInt(6000) + 1));
        }
        assertThat(order).isSorted().doesNotHaveDuplicates();
        Period last = order.get(order.size() - 1);
        assertThat(order).hasSize((last.year() - FIRST) * 12 + last.number() + 3);
        assertThat(last).isGreaterThanOrEqualTo(Period.month(FIRST + 9, 4));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void aTimeThatClocksSkipIsTheMomentTheyAreSet(String zone, String when) throws IOException {
        Timetable timetable = timetable("month-end", zone, when);
        Instant before = begin(timetable);
        for (ZonedDateTime at = timetable.next(before).orElseThrow();
                at.toInstant().isBefore(end(timetable));
                at = timetable.next(at.toInstant()).orElseThrow()) {
            assertThat(at.toInstant()).isAfter(before);
            before = at.toInstant();
            if (when.contains("0 30 2") || when.contains("02:30")) {
                // 03:00 only where there is no 02:30 on that day.
                boolean exists = !at.getZone()
                        .getRules()
                        .getValidOffsets(at.toLocalDate().atTime(2, 30))
                        .isEmpty();
                assertThat(at.toLocalTime()).isEqualTo(exists ? LocalTime.of(2, 30) : LocalTime.of(3, 0));
            }
            assertThat(timetable.times().latest(at.toInstant())).contains(at);
            assertThat(timetable.times().latest(at.toInstant().plusSeconds(59))).contains(at);
        }
    }

    /** Quartz 2.5.0 fires L in 70 of 120 months, 2.5.1 1W in 86: a library that another one pulled back is found here. */
    @Test
    void theLibraryKnowsLastDaysAndNearestWorkdays() throws IOException {
        for (String when : List.of("cron: \"0 0 3 L * ?\"", "cron: \"0 0 3 1W * ?\"")) {
            Timetable timetable = timetable("month-end", "UTC", when);
            int fired = 0;
            for (Instant now = begin(timetable); ; fired++) {
                now = timetable.next(now).orElseThrow().toInstant();
                if (!now.isBefore(end(timetable))) {
                    break;
                }
            }
            assertThat(fired).as(when).isEqualTo(120);
        }
    }

    @Test
    void aNewInstallationRunsThePeriodThatEndedLast() throws IOException {
        Timetable timetable = timetable("month-end", "Asia/Shanghai", "cron: \"0 0 6 8 * ?\"");
        assertThat(due(timetable, Map.of(), "2016-11-20T00:00:00Z")).containsExactly(Period.month(2016, 10));
        assertThat(due(timetable, Map.of(), "2016-11-07T00:00:00Z")).isEmpty();
    }

    @Test
    void itBeginsWhereTheJobSays() throws IOException {
        Timetable timetable = timetable("month-end", "UTC", "cron: \"0 0 6 8 * ?\", since: 2016-09");
        assertThat(due(timetable, Map.of(), "2016-11-20T00:00:00Z"))
                .containsExactly(Period.month(2016, 9), Period.month(2016, 10));
        assertThat(due(timetable, Map.of(Period.month(2015, 3), LocalDate.EPOCH), "2016-11-20T00:00:00Z"))
                .containsExactly(Period.month(2016, 9), Period.month(2016, 10));
        assertThat(due(timetable, Map.of(), "2016-09-20T00:00:00Z")).isEmpty();
    }

    private static List<Period> due(Timetable timetable, Map<Period, LocalDate> runs, String now) {
        return timetable.due(runs, Instant.parse(now)).stream().map(Due::period).toList();
    }

    @Test
    void missedWeeksCollapseIntoTheLast() throws IOException {
        Timetable timetable = timetable("weekly-alerts", "Asia/Shanghai", "cron: \"0 30 6 ? * MON\"");
        Instant friday = Instant.parse("2016-11-18T00:00:00Z");
        Due due = timetable.due(Map.of(), friday).get(0);
        assertThat(timetable.due(Map.of(), friday)).hasSize(1);
        assertThat(due.at().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(due.at().toLocalDate()).isEqualTo("2016-11-14");
        assertThat(due.through()).isEqualTo("2016-11-13");
        assertThat(due.period()).isEqualTo(Period.month(2016, 11));
        // A person ran it on Thursday of the week before; then on the day itself.
        Period month = Period.month(2016, 11);
        assertThat(timetable.due(Map.of(month, LocalDate.of(2016, 11, 10)), friday))
                .hasSize(1);
        assertThat(timetable.due(Map.of(month, LocalDate.of(2016, 11, 14)), friday))
                .isEmpty();
    }

    @Test
    void aYearThatNobodyKnowsIsSaidAndNotGuessed() throws IOException {
        TestJobs jobs = TestJobs.in(home).with("month-end", "schedule: {working_day: 3, at: \"03:00\"}");
        Timetable timetable = jobs.timetable("month-end", TestJobs.calendar(2016, 2016));
        Instant now = Instant.parse("2016-11-20T00:00:00Z");
        assertThat(timetable.coming(now, 12))
                .satisfiesExactly(
                        coming -> assertThat(coming)
                                .isInstanceOfSatisfying(Coming.Fire.class, fire -> assertThat(fire.period())
                                        .isEqualTo(Period.month(2016, 11))),
                        coming -> assertThat(coming)
                                .isEqualTo(new Coming.CalendarEnds("month-end", Period.month(2016, 12), 2017)));
        assertThat(timetable.missingYear(now)).isEmpty();
        Instant after = Instant.parse("2017-01-20T00:00:00Z");
        assertThat(timetable.missingYear(after)).contains(2017);
        // What is known to be due runs all the same.
        assertThat(due(timetable, Map.of(Period.month(2016, 10), LocalDate.EPOCH), "2017-01-20T00:00:00Z"))
                .containsExactly(Period.month(2016, 11));
        assertThat(timetable.next(after)).isEqualTo(Optional.empty());
    }

    @Test
    void whatRestsOnAnotherRunsAfterIt() throws IOException {
        Instant now = Instant.parse("2016-10-20T00:00:00Z");
        String when = "cron: \"0 0 6 8 * ?\", since: ";
        Due september = timetable("month-end", "UTC", when + "2016-09")
                .due(Map.of(), now)
                .get(0);
        Due quarter = timetable("quarter-end", "UTC", when + "2016-Q3")
                .due(Map.of(), now)
                .get(0);
        Due alerts = timetable("weekly-alerts", "UTC", when + "2016-09")
                .due(Map.of(), now)
                .get(0);
        assertThat(Stream.of(alerts, quarter, september).sorted(Due.OLDEST_FIRST))
                .containsExactly(september, quarter, alerts);
        assertThat(quarter.restsOn(september)).isTrue();
        assertThat(september.restsOn(quarter)).isFalse();
        assertThat(alerts.restsOn(september)).isFalse();
    }
}
