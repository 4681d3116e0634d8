package dev.steelyard.engine.dataset;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;

/** The cells of one column in a {@link RowBlock}, put there by its reader. */
public abstract class Lane {

    /** The value as a {@link Row} has it; null where it is blank. */
    public abstract Object value(int row);

    /** Makes room for so many rows, and forgets those before. */
    public abstract void begin(int rows);

    /** Values by number: a number stands for one value, and a value may have several. */
    public abstract static class Codes extends Lane {

        /** The code of a blank cell. */
        public static final int BLANK = 0;

        /** The code of all values beyond those that are numbered. */
        public static final int OTHER = -1;

        private int[] codes = {};
        private Object[] values = new Object[64];
        private int size = 1;
        private boolean other;

        @Override
        public void begin(int rows) {
            codes = rows > codes.length ? new int[rows] : codes;
            other = false;
        }

        /** The number of the row's value; below 0 where the cell is blank or unlike what systems write. */
        public final int code(int row) {
            return codes[row];
        }

        /** Notes the number of the row's value; below 0 sends the row to the slow reading. */
        public final void put(int row, int code) {
            codes[row] = code;
            other |= code < 0;
        }

        /** Whether some value was not numbered. */
        public final boolean hasOther() {
            return other;
        }

        /** Numbers a value that is not null. */
        public final int number(Object value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size] = value;
            return size++;
        }

        /** The value that a code stands for, null for {@link #BLANK}; of times the day. */
        public final Object of(int code) {
            return values[code];
        }

        @Override
        public Object value(int row) {
            return codes[row] == OTHER ? other(row) : values[codes[row]];
        }

        /** The value of a cell that has no number. */
        protected abstract Object other(int row);
    }

    /** Dates with a time; the codes are those of their days. */
    public abstract static class Times extends Codes {
        private int[] seconds = {};

        @Override
        public void begin(int rows) {
            super.begin(rows);
            seconds = rows > seconds.length ? new int[rows] : seconds;
        }

        /** Seconds since the day began. */
        public final int seconds(int row) {
            return seconds[row];
        }

        /**
         * Notes the row's time.
         *
         * @param day days since 1970-01-01
         * @param secondsOfDay from midnight in the plan's zone
         */
        public final void put(int row, int day, int secondsOfDay) {
            put(row, day);
            seconds[row] = secondsOfDay;
        }

        @Override
        public Object value(int row) {
            LocalDate day = (LocalDate) super.value(row);
            return day == null ? null : day.atTime(LocalTime.ofSecondOfDay(seconds[row]));
        }
    }

    /** Numbers of at most 18 digits and 7 decimals. */
    public abstract static class Decimals extends Lane {
        private long[] unscaled = {};
        private byte[] scales = {};

        @Override
        public void begin(int rows) {
            unscaled = rows > unscaled.length ? new long[rows] : unscaled;
            scales = rows > scales.length ? new byte[rows] : scales;
        }

        /** The number's decimals; −1 where the cell is blank. */
        public final int scale(int row) {
            return scales[row];
        }

        /** The number without its point. */
        public final long unscaled(int row) {
            return unscaled[row];
        }

        /** Notes the row's number, exact: {@code number} × 10<sup>−scale</sup>. */
        public final void put(int row, long number, int scale) {
            unscaled[row] = number;
            scales[row] = (byte) scale;
        }

        @Override
        public Object value(int row) {
            return scales[row] < 0 ? null : BigDecimal.valueOf(unscaled[row], scales[row]);
        }
    }
}
