package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Lane;
import dev.steelyard.engine.unit.ExactSum;
import dev.steelyard.input.spelling.Dates;
import dev.steelyard.input.spelling.Fault;
import dev.steelyard.input.spelling.NumberReader;
import dev.steelyard.input.spelling.Spellings;
import java.time.LocalDate;
import java.util.Arrays;

/** Fills a lane of a {@link PlainBlock} from one column of its bytes, as {@link PlainCell} reads single cells. */
interface PlainLane {

    /** Reads the column; cells that are not what systems write make their row odd. */
    void read(PlainBlock block, int position);

    /** The lane of a column; null where it must be read cell by cell. */
    static Lane of(PlainBlock block, Cells cells, int position) {
        if (cells.plain() instanceof PlainCell.OfNumbers numbers) {
            return new Numeric(cells, numbers.numbers());
        }
        if (cells.plain() instanceof PlainCell.OfTimes times) {
            return new Timed(block, cells, times.dates());
        }
        if (cells.plain() instanceof PlainCell.OfKeys) {
            return new Keys(block, position);
        }
        return cells.plain() instanceof PlainCell.OfSpellings
                ? new Spelt(block, position, text -> cells.value(text), cells.mayBeBlank(), cells.spellings())
                : null;
    }

    /** Text as its reader makes a value of it. */
    @FunctionalInterface
    interface Reading {
        /** Null where it is blank, or a {@link Fault}. */
        Object value(String text);
    }

    /** What is written again and again: each spelling is read once. */
    final class Spelt extends Lane.Codes implements PlainLane {
        private static final int FAULT = -2;

        private final PlainBlock block;
        private final int position;
        private final Reading reading;
        private final boolean mayBeBlank;
        private final Spellings spellings;
        private int[] codes = new int[64];
        private boolean isRead;

        Spelt(PlainBlock block, int position, Reading reading, boolean mayBeBlank, int most) {
            this.block = block;
            this.position = position;
            this.reading = reading;
            this.mayBeBlank = mayBeBlank;
            this.spellings = new Spellings(most);
        }

        @Override
        public void read(PlainBlock of, int at) {
            byte[] bytes = of.bytes();
            int size = of.size();
            boolean[] odd = of.odd();
            int[] spelt = of.numbers();
            spellings.find(bytes, of.from(at), of.to(at), size, odd, spelt);
            for (int row = 0; row < size; row++) {
                if (!odd[row]) {
                    int spelling = spelt[row];
                    int code = spelling >= 0 ? codes[spelling] : first(bytes, of.from(at, row), of.to(at, row));
                    put(row, code);
                    if (code <= FAULT || code == BLANK && !mayBeBlank) {
                        of.makeOdd(row);
                    }
                }
            }
        }

        /** Makes {@link #readOnce} read again. */
        void forget() {
            isRead = false;
        }

        /** Reads the column unless it was read since. */
        void readOnce(PlainBlock of, int rows) {
            if (!isRead) {
                begin(rows);
                read(of, position);
                isRead = true;
            }
        }

        private int first(byte[] bytes, int from, int to) {
            int known = spellings.find(bytes, from, to);
            if (known >= 0) {
                return codes[known];
            }
            Object value = reading.value(block.text(from, to));
            boolean isFault = value instanceof Fault;
            int spelling = spellings.keep(bytes, from, to);
            if (spelling < 0) {
                return isFault ? FAULT : value == null ? BLANK : OTHER;
            }
            int code = isFault ? FAULT : value == null ? BLANK : number(value);
            if (spelling >= codes.length) {
                codes = Arrays.copyOf(codes, 2 * spelling);
            }
            codes[spelling] = code;
            return code;
        }

        @Override
        protected Object other(int row) {
            return reading.value(block.text(block.from(position, row), block.to(position, row)));
        }
    }

    /** {@code 2026-09-01 14:30}, and days alone. */
    final class Timed extends Lane.Times implements PlainLane {
        private static final int DAY = 10;

        private final PlainBlock block;
        private final boolean mayBeBlank;
        private final Dates dates;
        private final Spellings spellings = new Spellings(Spellings.FEW);
        private int[] codes = new int[64];

        Timed(PlainBlock block, Cells cells, Dates dates) {
            this.block = block;
            this.mayBeBlank = cells.mayBeBlank();
            this.dates = dates;
        }

        @Override
        public void read(PlainBlock of, int at) {
            byte[] bytes = of.bytes();
            for (int row = 0; row < of.size(); row++) {
                if (!of.isOdd(row)) {
                    int from = of.from(at, row);
                    int to = of.to(at, row);
                    int seconds = to - from == DAY ? 0 : Dates.secondsOfDay(bytes, from, to);
                    if (from == to && mayBeBlank) {
                        put(row, BLANK, 0);
                    } else if (seconds < 0 || to - from == DAY && !isDay(bytes, from)) {
                        of.makeOdd(row);
                    } else {
                        int spelling = spellings.find(bytes, from, from + DAY);
                        int day = spelling >= 0 ? codes[spelling] : first(bytes, from);
                        put(row, day, seconds);
                        if (day <= 0) {
                            of.makeOdd(row);
                        }
                    }
                }
            }
        }

        private static boolean isDay(byte[] bytes, int from) {
            return (bytes[from + 4] == '-' || bytes[from + 4] == '/') && bytes[from + 7] == bytes[from + 4];
        }

        private int first(byte[] bytes, int from) {
            LocalDate day = dates.day(block.text(from, from + DAY));
            int spelling = spellings.keep(bytes, from, from + DAY);
            if (spelling < 0 || day == null) {
                return spelling < 0 ? OTHER : BLANK;
            }
            if (spelling >= codes.length) {
                codes = Arrays.copyOf(codes, 2 * spelling);
            }
            codes[spelling] = number(day);
            return codes[spelling];
        }

        @Override
        protected Object other(int row) {
            throw new IllegalStateException("such a row is odd");
        }
    }

    /** Digits, with a point and a minus or without. */
    final class Numeric extends Lane.Decimals implements PlainLane {
        private final Range range;
        private final NumberReader numbers;
        private final boolean mayBeBlank;

        Numeric(Cells cells, NumberReader numbers) {
            this.range = cells.range();
            this.numbers = numbers;
            this.mayBeBlank = cells.mayBeBlank();
        }

        @Override
        public void read(PlainBlock of, int at) {
            byte[] bytes = of.bytes();
            for (int row = 0; row < of.size(); row++) {
                if (!of.isOdd(row)) {
                    int from = of.from(at, row);
                    int to = of.to(at, row);
                    if (from == to && mayBeBlank) {
                        put(row, 0, -1);
                    } else if (numbers.plain(bytes, from, to) && numbers.scale() < ExactSum.SCALES) {
                        put(row, numbers.unscaled(), numbers.scale());
                        if (range.isBounded() && !range.holds(numbers.unscaled(), numbers.scale())) {
                            of.makeOdd(row);
                        }
                    } else {
                        of.makeOdd(row);
                    }
                }
            }
        }
    }

    /** Keys, which no two rows share, with their fingerprints. */
    final class Keys extends Lane implements PlainLane {
        private final PlainBlock block;
        private final int position;
        private long[] hashes = {};

        Keys(PlainBlock block, int position) {
            this.block = block;
            this.position = position;
        }

        @Override
        public void begin(int rows) {
            hashes = rows > hashes.length ? new long[rows] : hashes;
        }

        @Override
        public void read(PlainBlock of, int at) {
            byte[] bytes = of.bytes();
            for (int row = 0; row < of.size(); row++) {
                if (!of.isOdd(row)) {
                    int from = of.from(at, row);
                    int to = of.to(at, row);
                    if (PlainCell.OfKeys.isPlain(bytes, from, to)) {
                        hashes[row] = RowKey.hash(bytes, from, to);
                    } else {
                        of.makeOdd(row);
                    }
                }
            }
        }

        long hash(int row) {
            return hashes[row];
        }

        @Override
        public Object value(int row) {
            return block.text(block.from(position, row), block.to(position, row));
        }
    }
}
