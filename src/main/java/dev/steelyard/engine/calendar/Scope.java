package dev.steelyard.engine.calendar;

/**
 * What a person is scored on: the period that targets and decisions name, and the days that facts come from.
 *
 * <p>The two differ only for interim rows: the quarter {@code 2026-Q3}, from its first day to the month's last (rulings
 * 4). The days are always whole calendar months.
 */
public record Scope(Period period, Days days) {

    /** A period scored whole. */
    public static Scope of(Period period) {
        return new Scope(period, period.days());
    }

    /** The quarter to date, as a month-end shows it. */
    public static Scope quarterToDate(Period month) {
        Period quarter = Period.of(Period.Kind.QUARTER, month.last());
        return new Scope(quarter, new Days(quarter.first(), month.last()));
    }
}
