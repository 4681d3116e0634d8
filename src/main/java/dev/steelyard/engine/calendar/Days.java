package dev.steelyard.engine.calendar;

import java.time.LocalDate;

/** A span of days, both ends included; empty where {@code last} lies before {@code first}. */
public record Days(LocalDate first, LocalDate last) {

    /** The day that a text begins with, as cells keep it: {@code 2026-09-03}, with or without a time. */
    public static LocalDate dayOf(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
    }

    /** Whether the day lies in the span, its first and its last day included. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The days of both; empty where there are none. */
    public Days and(Days other) {
        return new Days(
                first.isAfter(other.first) ? first : other.first, last.isBefore(other.last) ? last : other.last);
    }

    /** Whether no day is in it: the last lies before the first. */
    public boolean isEmpty() {
        return last.isBefore(first);
    }

    /** The number of the calendar month of the first day, as {@link Month} counts. */
    public int firstMonth() {
        return Month.of(first);
    }

    /** The number of the calendar month of the last day; of an empty span one less than the first, so that no month lies between. */
    public int lastMonth() {
        return isEmpty() ? firstMonth() - 1 : Month.of(last);
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
