package dev.steelyard.output.workbook.book;

import java.util.List;
import java.util.OptionalInt;

/**
 * A native chart of a table's columns, drawn from the table's own cells. A series is named by its column's header; a blank
 * cell is a gap.
 *
 * @param title what it shows; also for who cannot see it
 * @param label the number of the column with the words
 * @param values the numbers of the columns with the numbers; the first is the one that it is about
 * @param target the number of the column with what is to be reached, a dashed line
 * @param axis what the numbers are; blank where the title says it
 */
public record Chart(
        Kind kind, String title, int label, List<Integer> values, OptionalInt target, String axis, Place place) {

    /** With its heading on one printed page. */
    private static final int MOST_ROWS = 30;

    public enum Kind {
        /** Upright bars of one column, for few and short words. */
        COLUMNS,
        /** Lying bars, for long words; several columns stand below each other. */
        BARS,
        /** Lines from period to period, oldest first. */
        LINES,
        /** Lying bars of equal length, cut into shares; at most five columns, best first. */
        SHARES
    }

    public enum Place {
        /** To the right of the table. */
        BESIDE,
        /** Under the table, as wide as the sheet's tables. */
        BELOW
    }

    public Chart {
        values = List.copyOf(values);
        if (values.isEmpty() || values.size() > Palette.MOST) {
            throw new IllegalArgumentException("a chart shows 1 to " + Palette.MOST + " columns");
        }
    }

    /** Upright bars of one column. */
    public static Chart columns(String title, int label, int value) {
        return of(Kind.COLUMNS, title, label, value);
    }

    /** Lying bars, the first row on top. */
    public static Chart bars(String title, int label, Integer... values) {
        return of(Kind.BARS, title, label, values);
    }

    /** Lines over rows that are periods, the oldest first. */
    public static Chart lines(String title, int label, Integer... values) {
        return of(Kind.LINES, title, label, values);
    }

    /** Each row's shares, whatever its sum. */
    public static Chart shares(String title, int label, Integer... values) {
        return of(Kind.SHARES, title, label, values);
    }

    private static Chart of(Kind kind, String title, int label, Integer... values) {
        return new Chart(kind, title, label, List.of(values), OptionalInt.empty(), "", Place.BESIDE);
    }

    /** The same with a dashed line through the numbers of a column; for lines only. */
    public Chart target(int column) {
        return new Chart(kind, title, label, values, OptionalInt.of(column), axis, place);
    }

    /** The same with a title at the axis of the numbers. */
    public Chart axis(String words) {
        return new Chart(kind, title, label, values, target, words, place);
    }

    public Chart below() {
        return new Chart(kind, title, label, values, target, axis, Place.BELOW);
    }

    /** How many rows of the sheet it takes for a table of so many rows. */
    int rows(int data) {
        int bars = kind == Kind.BARS ? data * values.size() : data;
        return switch (kind) {
            case COLUMNS -> 10;
            case LINES -> 13;
            case BARS, SHARES -> Math.min(Math.max(7, 4 + bars), MOST_ROWS);
        };
    }

    boolean hasLegend() {
        return values.size() > 1 || target.isPresent();
    }
}
