package dev.steelyard.engine.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The working days of a country as announced: Monday to Friday, less days off, plus make-up workdays 调休.
 *
 * @param years the years that are known; a day outside them is an error, never a guess
 */
public record WorkingDays(Set<Integer> years, Set<LocalDate> daysOff, Set<LocalDate> makeUpDays) {

    /** A day of a year that the calendar does not hold was asked for. */
    public static final class UnknownYear extends RuntimeException {
        private final int year;

        UnknownYear(int year) {
            super("no working-day calendar for " + year);
            this.year = year;
        }

        /** The year that the calendar does not hold. */
        public int year() {
            return year;
        }
    }

    public WorkingDays {
        years = Set.copyOf(years);
        daysOff = Set.copyOf(daysOff);
        makeUpDays = Set.copyOf(makeUpDays);
    }

    /** @throws UnknownYear if the calendar does not hold the day's year */
    public boolean isWorking(LocalDate day) {
        if (!years.contains(day.getYear())) {
            throw new UnknownYear(day.getYear());
        }
        if (makeUpDays.contains(day)) {
            return true;
        }
        return isWeekday(day) && !daysOff.contains(day);
    }

    /**
     * How many working days lie in the span; 0 where it is empty. Counted by weeks, and then what was announced: it is asked of everybody
     * over a whole year.
     *
     * @throws UnknownYear if the calendar does not hold a year of the span
     */
    public int count(Days days) {
        if (days.isEmpty()) {
            return 0;
        }
        for (int year = days.first().getYear(); year <= days.last().getYear(); year++) {
            if (!years.contains(year)) {
                throw new UnknownYear(year);
            }
        }
        long all = ChronoUnit.DAYS.between(days.first(), days.last()) + 1;
        long count = all / 7 * 5;
        for (LocalDate day = days.first().plusDays(all / 7 * 7); !day.isAfter(days.last()); day = day.plusDays(1)) {
            count += isWeekday(day) ? 1 : 0;
        }
        count -= daysOff.stream()
                .filter(day -> days.contains(day) && isWeekday(day) && !makeUpDays.contains(day))
                .count();
        count += makeUpDays.stream()
                .filter(day -> days.contains(day) && !isWeekday(day))
                .count();
        return Math.toIntExact(count);
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /**
     * Whether at most {@code limit} working days d lie in start &lt; d ≤ end (rulings 30). Looks no further than the
     * first day that decides.
     */
    public boolean within(int limit, LocalDate start, LocalDate end) {
        int count = 0;
        for (LocalDate day = start.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            if (isWorking(day) && ++count > limit) {
                return false;
            }
        }
        return true;
    }

    /** The day on which the {@code n}-th working day after {@code start} falls. */
    public LocalDate after(LocalDate start, int n) {
        LocalDate day = start;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            if (isWorking(day)) {
                left--;
            }
        }
        return day;
    }
}
