package dev.steelyard.engine.dataset;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.problem.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * One row of an export, typed: the value of column i of the schema stands at i, null where the cell is blank or the
 * column absent. The array is not copied: a row is written once, by its reader.
 */
public record Row(Schema schema, Object[] values, SourceRef source) {

    /** A row is the one that was read: rows of the same cells are not one. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Row row && row.values == values;
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    /**
     * The cell as it was read; null where it is blank.
     *
     * @param column by its place in the schema
     */
    public Object value(int column) {
        return values[column];
    }

    /**
     * The text of a cell, or the canonical value of a choice; null where it is blank.
     *
     * @param column by its place in the schema
     */
    public String text(int column) {
        return (String) values[column];
    }

    /** The number of a cell, exact, as many decimals as it was written with; a percentage is a fraction of 1; null where it is blank. */
    public BigDecimal number(int column) {
        return (BigDecimal) values[column];
    }

    /** The day of a date or of a date-time (rulings 17); of a period its last day. */
    public LocalDate day(int column) {
        return day(values[column]);
    }

    /** The day of a value, as {@link #day(int)} has it; null of none. */
    public static LocalDate day(Object value) {
        if (value instanceof LocalDateTime time) {
            return time.toLocalDate();
        }
        return value instanceof Period period ? period.last() : (LocalDate) value;
    }

    /** The text of a cell, or the canonical value of a choice; null where it is blank. An unknown column is refused: {@link Schema#indexOf}. */
    public String text(String column) {
        return text(schema.indexOf(column));
    }

    /** The text, or blank where there is none. */
    public String textOrBlank(String column) {
        String text = text(column);
        return text == null ? "" : text;
    }

    /**
     * The number of a cell, exact; a percentage is a fraction of 1 (ruling 42); null where it is blank.
     */
    public BigDecimal number(String column) {
        return number(schema.indexOf(column));
    }

    /** The day of a cell, of a date-time the day in the plan's zone (ruling 17); null where it is blank. */
    public LocalDate day(String column) {
        return day(schema.indexOf(column));
    }

    /** The period that a cell names (ruling 121); null where it is blank. */
    public Period period(String column) {
        return (Period) values[schema.indexOf(column)];
    }

    /** Blank counts as no (rulings 24). */
    public boolean yes(String column) {
        return Boolean.TRUE.equals(values[schema.indexOf(column)]);
    }

    /** The same row with another value in one column. */
    public Row with(String column, Object value) {
        Object[] changed = values.clone();
        changed[schema.indexOf(column)] = value;
        return new Row(schema, changed, source);
    }

    /** What rows of one key agree on; blank where they do not. It stands where the first of them does. */
    public static Row agreed(List<Row> rows) {
        Row first = rows.get(0);
        Object[] agreed = first.values.clone();
        for (int i = 0; i < agreed.length; i++) {
            int column = i;
            if (!rows.stream().allMatch(row -> agree(first.values[column], row.values[column]))) {
                agreed[i] = null;
            }
        }
        return new Row(first.schema, agreed, first.source);
    }

    private static boolean agree(Object one, Object other) {
        return one instanceof BigDecimal number && other instanceof BigDecimal same
                ? number.compareTo(same) == 0
                : Objects.equals(one, other);
    }

    /** The parts of a cell that holds several, in its order; none where it is blank. */
    @SuppressWarnings("unchecked")
    public List<String> list(String column) {
        Object value = values[schema.indexOf(column)];
        return value == null ? List.of() : (List<String>) value;
    }
}
