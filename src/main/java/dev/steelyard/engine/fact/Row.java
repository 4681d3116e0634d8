package dev.steelyard.engine.fact;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.problem.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * One row of an export, typed: the value of column i of the schema stands at i, null where the cell is blank or the
 * column absent. The array is not copied: a row is written once, by its reader.
 */
public record Row(Schema schema, Object[] values, SourceRef source) {

    public Object value(int column) {
        return values[column];
    }

    public String text(int column) {
        return (String) values[column];
    }

    public BigDecimal number(int column) {
        return (BigDecimal) values[column];
    }

    /** The day of a date or of a date-time (rulings 17); of a period its last day. */
    public LocalDate day(int column) {
        Object value = values[column];
        if (value instanceof LocalDateTime time) {
            return time.toLocalDate();
        }
        return value instanceof Period period ? period.last() : (LocalDate) value;
    }

    public String text(String column) {
        return text(schema.indexOf(column));
    }

    /** The text, or blank where there is none. */
    public String textOrBlank(String column) {
        String text = text(column);
        return text == null ? "" : text;
    }

    public BigDecimal number(String column) {
        return number(schema.indexOf(column));
    }

    public LocalDate day(String column) {
        return day(schema.indexOf(column));
    }

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

    @SuppressWarnings("unchecked")
    public List<String> list(String column) {
        Object value = values[schema.indexOf(column)];
        return value == null ? List.of() : (List<String>) value;
    }
}
