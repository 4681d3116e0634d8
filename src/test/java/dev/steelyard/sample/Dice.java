package dev.steelyard.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance around one scored month. */
final class Dice {

    private final SplittableRandom chance;
    final YearMonth period;

    Dice(long seed) {
        chance = new SplittableRandom(seed);
        period = YearMonth.of(2026, pick(List.of(2, 6, 7, 8, 9, 9, 9)));
    }

    /** True so many times in a hundred. */
    boolean in100(int times) {
        return chance.nextInt(100) < times;
    }

    /** A number from one to the other, both included. */
    int number(int from, int to) {
        return chance.nextInt(from, to + 1);
    }

    <T> T pick(List<T> values) {
        return values.get(chance.nextInt(values.size()));
    }

    String yes(int times) {
        return in100(times) ? "yes" : in100(10) ? "" : "no";
    }

    /** Mostly in the period, else in the months before, after, a year ago, or right at an edge. */
    LocalDate day() {
        int kind = number(1, 100);
        if (kind <= 50) {
            return period.atDay(number(1, period.lengthOfMonth()));
        }
        if (kind <= 75) {
            YearMonth month = period.minusMonths(number(1, 4));
            return month.atDay(number(1, month.lengthOfMonth()));
        }
        if (kind <= 87) {
            YearMonth month = period.minusMonths(12);
            return month.atDay(number(1, month.lengthOfMonth()));
        }
        return pick(List.of(
                period.atDay(1),
                period.atEndOfMonth(),
                period.atDay(1).minusDays(1),
                period.atEndOfMonth().plusDays(1),
                period.minusMonths(3).atDay(1),
                period.minusMonths(3).atDay(1).minusDays(1),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2025, 12, 31)));
    }

    /** The day at some time of day, midnight and the last minute among them. */
    String at(LocalDate day) {
        return day + " " + pick(List.of("00:00", "09:30", "14:05:30", "18:00", "23:59"));
    }

    /** The quarter of the period, such as 2026-Q3. */
    String quarter() {
        return period.getYear() + "-Q" + ((period.getMonthValue() + 2) / 3);
    }
}
