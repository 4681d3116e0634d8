package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.input.spelling.Dates;
import dev.steelyard.input.spelling.Fault;
import dev.steelyard.input.spelling.NumberReader;
import dev.steelyard.input.spelling.Spellings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
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

    static PlainCell of(Cells cells, Schema schema, NumberReader numbers, Dates dates) {
        DatasetColumn column = cells.column();
        if (column.type().isNumeric()) {
            return cells.isScaled() ? new AsText(cells) : new OfNumbers(cells, numbers);
        }
        if (column.type() == DatasetColumn.Type.DATE_TIME) {
            return new OfTimes(cells, dates, new Spellings(Spellings.FEW), new ArrayList<>());
        }
        boolean unique = column.type() == DatasetColumn.Type.TEXT
                && column.choices().isEmpty()
                && schema.key().equals(List.of(column.name()));
        return unique ? new OfKeys(cells) : new OfSpellings(cells, new Spellings(cells.spellings()), new ArrayList<>());
    }

    /** Numbers that a unit in the header multiplies. */
    record AsText(Cells cells) implements PlainCell {
        @Override
        public Object value(PlainRecord record, int position) {
            return cells.value(record.text(position));
        }
    }

    /** Digits, with a point and a minus or without. */
    record OfNumbers(Cells cells, NumberReader numbers) implements PlainCell {
        @Override
        public Object value(PlainRecord record, int position) {
            int from = record.from(position);
            int to = record.to(position);
            BigDecimal number = numbers.plain(record.bytes(), from, to)
                    ? BigDecimal.valueOf(numbers.unscaled(), numbers.scale())
                    : null;
            return number != null && cells.range().holds(number) ? number : cells.value(record.text(position));
        }
    }

    /** {@code 2026-09-01 14:30}, each day read once. */
    record OfTimes(Cells cells, Dates dates, Spellings days, List<LocalDate> read) implements PlainCell {
        @Override
        public Object value(PlainRecord record, int position) {
            int seconds = Dates.secondsOfDay(record.bytes(), record.from(position), record.to(position));
            LocalDate day = seconds < 0 ? null : day(record, position);
            return day == null ? cells.value(record.text(position)) : day.atTime(LocalTime.ofSecondOfDay(seconds));
        }

        private LocalDate day(PlainRecord record, int position) {
            byte[] bytes = record.bytes();
            int from = record.from(position);
            int known = days.find(bytes, from, from + 10);
            if (known >= 0) {
                return read.get(known);
            }
            LocalDate day = dates.day(record.text(position, from + 10));
            if (days.keep(bytes, from, from + 10) >= 0) {
                read.add(day);
            }
            return day;
        }
    }

    /** A key, which no two rows share: a letter with visible ASCII after it stands as it is. */
    record OfKeys(Cells cells) implements PlainCell {
        @Override
        public Object value(PlainRecord record, int position) {
            return isPlain(record.bytes(), record.from(position), record.to(position))
                    ? record.ascii(position)
                    : cells.value(record.text(position));
        }

        /** A letter with visible ASCII after it, or digits with anything but what makes them a number in scientific notation. */
        static boolean isPlain(byte[] bytes, int from, int to) {
            if (from == to || to - from > IdText.LONGEST_ID) {
                return false;
            }
            boolean letter = (bytes[from] | 0x20) >= 'a' && (bytes[from] | 0x20) <= 'z';
            if (!letter && (bytes[from] < '0' || bytes[from] > '9')) {
                return false;
            }
            for (int at = from; at < to; at++) {
                if (bytes[at] <= '\'' || bytes[at] >= 0x7F || !letter && (bytes[at] | 0x20) == 'e') {
                    return false;
                }
            }
            return true;
        }
    }

    /** What is written again and again: each spelling is read once. */
    record OfSpellings(Cells cells, Spellings spellings, List<Object> read) implements PlainCell {
        @Override
        public Object value(PlainRecord record, int position) {
            byte[] bytes = record.bytes();
            int from = record.from(position);
            int to = record.to(position);
            int known = spellings.find(bytes, from, to);
            if (known >= 0) {
                return read.get(known);
            }
            Object value = cells.value(record.text(position));
            if (spellings.keep(bytes, from, to) >= 0) {
                read.add(value);
            }
            return value;
        }
    }
}
