package dev.steelyard.engine.calendar;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which months a measure reads, seen from what a person is scored on (rules.md 4; rulings 11–13). Always whole months.
 *
 * @param months how many, for {@link Kind#ROLLING_MONTHS} and {@link Kind#MONTHS_BEFORE}; otherwise 0
 */
public record Window(Kind kind, int months) {

    public enum Kind {
        /** The scored days themselves. */
        PERIOD,
        /** The month, quarter or year before. */
        PREVIOUS_PERIOD,
        /** The same months a year earlier. */
        SAME_PERIOD_LAST_YEAR,
        /** From 1 January of the year of the scored period's last day to that day. */
        YEAR_TO_DATE,
        /** From 1 January to the day before the scored period begins. */
        YEAR_BEFORE,
        /** The quarter that ends on or before the scored period's last day. */
        LAST_COMPLETED_QUARTER,
        /** The N calendar months up to the scored period's last day. */
        ROLLING_MONTHS,
        /** The N calendar months before the scored period's first day. */
        MONTHS_BEFORE,
        /** Everything up to the scored period's last day. */
        TO_DATE
    }

    public static final Window PERIOD = new Window(Kind.PERIOD, 0);
    public static final Window YEAR_TO_DATE = new Window(Kind.YEAR_TO_DATE, 0);
    public static final Window YEAR_BEFORE = new Window(Kind.YEAR_BEFORE, 0);
    public static final Window SAME_PERIOD_LAST_YEAR = new Window(Kind.SAME_PERIOD_LAST_YEAR, 0);
    public static final Window TO_DATE = new Window(Kind.TO_DATE, 0);

    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);
    private static final Pattern COUNTED = Pattern.compile("(rolling|previous)_([1-9]\\d?)_months");

    public Window {
        boolean counted = kind == Kind.ROLLING_MONTHS || kind == Kind.MONTHS_BEFORE;
        if (counted ? months < 1 : months != 0) {
            throw new IllegalArgumentException("window " + kind + " with " + months + " months");
        }
    }

    /**
     * The whole months before the scored days.
     *
     * @param months how many, from 1 on
     */
    public static Window monthsBefore(int months) {
        return new Window(Kind.MONTHS_BEFORE, months);
    }

    /**
     * The months that end with the scored days' last day.
     *
     * @param months how many, from 1 on
     */
    public static Window rollingMonths(int months) {
        return new Window(Kind.ROLLING_MONTHS, months);
    }

    /**
     * Reads the plan's word: a kind in lower case, {@code rolling_12_months} (up to the last day) or
     * {@code previous_3_months} (before the first day); empty where it is no such word.
     */
    public static Optional<Window> parse(String text) {
        Matcher counted = COUNTED.matcher(text);
        if (counted.matches()) {
            int months = Integer.parseInt(counted.group(2));
            return Optional.of(counted.group(1).equals("rolling") ? rollingMonths(months) : monthsBefore(months));
        }
        for (Kind kind : Kind.values()) {
            if (kind != Kind.ROLLING_MONTHS
                    && kind != Kind.MONTHS_BEFORE
                    && kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(new Window(kind, 0));
            }
        }
        return Optional.empty();
    }

    /**
     * The days that the window covers for what is scored (rulings 11–14); never days after the scored ones. No window is cut at the hire
     * date (ruling 10).
     */
    public Days days(Scope scope) {
        Days scored = scope.days();
        return switch (kind) {
            case PERIOD -> scored;
            case PREVIOUS_PERIOD -> scope.period().previous().days();
            case SAME_PERIOD_LAST_YEAR -> months(scored.firstMonth() - 12, scored.lastMonth() - 12);
            case YEAR_TO_DATE -> new Days(scored.last().withDayOfYear(1), scored.last());
            case YEAR_BEFORE -> new Days(
                    scored.last().withDayOfYear(1), scored.first().minusDays(1));
            case LAST_COMPLETED_QUARTER -> lastCompletedQuarter(scored.last());
            case ROLLING_MONTHS -> months(scored.lastMonth() - months + 1, scored.lastMonth());
            case MONTHS_BEFORE -> months(scored.firstMonth() - months, scored.firstMonth() - 1);
            case TO_DATE -> new Days(BEGINNING, scored.last());
        };
    }

    private static Days months(int first, int last) {
        return new Days(Month.first(first), Month.last(last));
    }

    private static Days lastCompletedQuarter(LocalDate day) {
        Period current = Period.of(Period.Kind.QUARTER, day);
        return (current.last().equals(day) ? current : current.previous()).days();
    }

    @Override
    public String toString() {
        return switch (kind) {
            case ROLLING_MONTHS -> "rolling_" + months + "_months";
            case MONTHS_BEFORE -> "previous_" + months + "_months";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }
}
