package dev.steelyard.engine.calendar;

import java.time.LocalDate;

/** Calendar months as consecutive numbers, the grain of every window: year × 12 + month − 1. */
public final class Month {

    private Month() {}

    /** The number of the calendar month that holds the day: months since January of the year 0, so that neighbours differ by 1. */
    public static int of(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    /** The first day of the month with this number. */
    public static LocalDate first(int month) {
        return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
    }

    /** The last day of the month with this number. */
    public static LocalDate last(int month) {
        return first(month + 1).minusDays(1);
    }
}
