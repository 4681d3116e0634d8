package dev.steelyard.engine.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A month {@code 2026-09}, a quarter {@code 2026-Q3} or a year {@code 2026} (rulings 7).
 *
 * @param number the month 1–12, the quarter 1–4, or 1 for a year
 */
public record Period(Kind kind, int year, int number) implements Comparable<Period> {

    /** Shorter kinds first: of two rows that end on one day the month's wins over the quarter's over the year's. */
    public enum Kind {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Kind(int months) {
            this.months = months;
        }
    }

    private static final Pattern NOTATION = Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");

    public Period {
        if (year < 1900 || year > 9999 || number < 1 || number > 12 / kind.months) {
            throw new IllegalArgumentException("not a period: " + kind + " " + year + " " + number);
        }
    }

    /**
     * A calendar month.
     *
     * @param month 1 to 12, else refused
     */
    public static Period month(int year, int month) {
        return new Period(Kind.MONTH, year, month);
    }

    /**
     * A calendar quarter.
     *
     * @param quarter 1 to 4, else refused
     */
    public static Period quarter(int year, int quarter) {
        return new Period(Kind.QUARTER, year, quarter);
    }

    /** A calendar year. */
    public static Period year(int year) {
        return new Period(Kind.YEAR, year, 1);
    }

    /** The period that the notation names, or empty where it is none. */
    public static Optional<Period> parse(String text) {
        Matcher m = NOTATION.matcher(text.strip());
        if (!m.matches() || Integer.parseInt(m.group(1)) < 1900) {
            return Optional.empty();
        }
        int year = Integer.parseInt(m.group(1));
        if (m.group(2) != null) {
            return Optional.of(quarter(year, Integer.parseInt(m.group(2))));
        }
        return Optional.of(m.group(3) == null ? year(year) : month(year, Integer.parseInt(m.group(3))));
    }

    /** The period of this kind that the day lies in. */
    public static Period of(Kind kind, LocalDate day) {
        return new Period(kind, day.getYear(), (day.getMonthValue() - 1) / kind.months + 1);
    }

    /** Its days, the first and the last included. */
    public Days days() {
        return new Days(first(), last());
    }

    /** Its first day. */
    public LocalDate first() {
        return LocalDate.of(year, (number - 1) * kind.months + 1, 1);
    }

    /** Its last day; what lies at 23:59 of it is in, what lies at 00:00 of the next is not (ruling 17). */
    public LocalDate last() {
        return first().plusMonths(kind.months).minusDays(1);
    }

    /** The period of the same kind that ends the day before this one begins (ruling 13). */
    public Period previous() {
        return of(kind, first().minusDays(1));
    }

    /** The period of the same kind that begins the day after this one ends. */
    public Period next() {
        return of(kind, last().plusDays(1));
    }

    /** Whether it is a whole year: bonuses are paid by it, and its scores are means (ruling 78). */
    public boolean isYear() {
        return kind == Kind.YEAR;
    }

    /** The periods of a shorter kind within this one, oldest first. */
    public List<Period> parts(Kind shorter) {
        List<Period> parts = new ArrayList<>();
        for (Period part = of(shorter, first()); !part.last().isAfter(last()); part = part.next()) {
            parts.add(part);
        }
        return parts;
    }

    /** By last day, then month before quarter before year. */
    @Override
    public int compareTo(Period other) {
        int byEnd = last().compareTo(other.last());
        return byEnd != 0 ? byEnd : kind.compareTo(other.kind);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case MONTH -> year + (number < 10 ? "-0" : "-") + number;
            case QUARTER -> year + "-Q" + number;
            case YEAR -> Integer.toString(year);
        };
    }
}
