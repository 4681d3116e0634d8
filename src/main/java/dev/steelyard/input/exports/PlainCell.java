package dev.steelyard.input.exports;

import dev.steelyard.engine.fact.Column;
import dev.steelyard.engine.fact.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Reads the cells of one column where they stand in the bytes, as {@link Cells} reads them as text. What systems write is read
 * there; everything else is text. A kind of column is a class of its own, so that each is compiled for what it does.
 *
 * <p>Not for several threads.
 */
sealed interface PlainCell {

    /** The value of the cell, null where it is blank, or a {@link Fault}. */
    Object value(PlainRecord record, int position);

    static PlainCell of(Cells cells, Schema schema, Numbers numbers, Dates dates) {
        Column column = cells.column();
        if (column.type().isNumeric()) {
            return cells.isScaled() ? new AsText(cells) : new OfNumbers(cells, numbers);
        }
        if (column.type() == Column.Type.DATE_TIME) {
            return new OfTimes(cells, dates, new Spellings(Spellings.FEW));
        }
        boolean unique = column.type() == Column.Type.TEXT
                && column.choices().isEmpty()
                && schema.key().equals(List.of(column.name()));
        int most = column.references().isPresent() ? Spellings.MANY : Spellings.FEW;
        return unique ? new OfKeys(cells) : new OfSpellings(cells, new Spellings(most));
    }

    /** Numbers that a unit in the header multiplies. */
    record AsText(Cells cells) implements PlainCell {
        @Override
        public Object value(PlainRecord record, int position) {
            return cells.value(record.text(position));
        }
    }

    /** Digits, with a point and a minus or without. */
    record OfNumbers(Cells cells, Numbers numbers) implements PlainCell {
        @Override
        public Object value(PlainRecord record, int position) {
            int from = record.from(position);
            int to = record.to(position);
            BigDecimal number = from == to ? null : numbers.plain(record.bytes(), from, to);
            return number != null && cells.isWithin(number) ? number : cells.value(record.text(position));
        }
    }

    /** {@code 2026-09-01 14:30}, each day read once. */
    record OfTimes(Cells cells, Dates dates, Spellings days) implements PlainCell {
        @Override
        public Object value(PlainRecord record, int position) {
            LocalTime time = Dates.timeOfDay(record.bytes(), record.from(position), record.to(position));
            LocalDate day = time == null ? null : day(record, position);
            return day == null ? cells.value(record.text(position)) : day.atTime(time);
        }

        private LocalDate day(PlainRecord record, int position) {
            byte[] bytes = record.bytes();
            int from = record.from(position);
            return (LocalDate)
                    (days.holds(bytes, from, from + 10)
                            ? days.value()
                            : days.keep(bytes, from, from + 10, dates.day(record.text(position, from + 10))));
        }
    }

    /** A key, which no two rows share: a letter with visible ASCII after it stands as it is. */
    record OfKeys(Cells cells) implements PlainCell {
        @Override
        public Object value(PlainRecord record, int position) {
            byte[] bytes = record.bytes();
            int from = record.from(position);
            int to = record.to(position);
            int at = from;
            while (at < to && bytes[at] > ' ' && bytes[at] < 0x7F) {
                at++;
            }
            boolean plain = from < to
                    && at == to
                    && to - from <= Cells.LONGEST_ID
                    && (bytes[from] | 0x20) >= 'a'
                    && (bytes[from] | 0x20) <= 'z';
            return plain ? record.ascii(position) : cells.value(record.text(position));
        }
    }

    /** What is written again and again: each spelling is read once. */
    record OfSpellings(Cells cells, Spellings spellings) implements PlainCell {
        @Override
        public Object value(PlainRecord record, int position) {
            byte[] bytes = record.bytes();
            int from = record.from(position);
            int to = record.to(position);
            return spellings.holds(bytes, from, to)
                    ? spellings.value()
                    : spellings.keep(bytes, from, to, cells.value(record.text(position)));
        }
    }
}
