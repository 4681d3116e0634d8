package dev.steelyard.engine.calendar;

import java.time.LocalDate;

/** A span of days, both ends included; empty where {@code last} lies before {@code first}. */
public record Days(LocalDate first, LocalDate last) {

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The days of both; empty where there are none. */
    public Days and(Days other) {
        return new Days(
                first.isAfter(other.first) ? first : other.first, last.isBefore(other.last) ? last : other.last);
    }

    public boolean isEmpty() {
        return last.isBefore(first);
    }

    public int firstMonth() {
        return Month.of(first);
    }

    public int lastMonth() {
        return isEmpty() ? firstMonth() - 1 : Month.of(last);
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
