package dev.steelyard.engine.calendar;

import java.time.LocalDate;

/** Calendar months as consecutive numbers, the grain of every window: year × 12 + month − 1. */
public final class Month {

    private Month() {}

    public static int of(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    public static LocalDate first(int month) {
        return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
    }

    public static LocalDate last(int month) {
        return first(month + 1).minusDays(1);
    }
}
