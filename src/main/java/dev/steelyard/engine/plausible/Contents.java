package dev.steelyard.engine.plausible;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Lane;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.RowBlock;
import dev.steelyard.engine.dataset.RowBlock.Picks;
import dev.steelyard.engine.dataset.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Fingerprints of what rows say besides their keys: whom and what they name and their numbers, with the day, and with all else that
 * is asked of them. A time of day, a cost or a remark makes no other sale, since another system's export of the same sale may have
 * none or another.
 *
 * <p>Not for several threads.
 */
final class Contents {

    private static final long PRIME = 0x100000001b3L;

    /**
     * Fingerprints of one row.
     *
     * @param undated whom and what it names, and its numbers
     * @param sale the same with its day
     * @param whole the same with its choices, other days and cost: whatever somebody may be paid differently for
     */
    record Prints(long undated, long sale, long whole) {}

    /** Fingerprints of rows by columns, as {@link Prints}, as far as there are rows; filled anew again and again. */
    record Lanes(long[] undated, long[] sale, long[] whole) {}

    private final int[] columns;

    /** The day's, and those of the rest. */
    private final int[] day;

    private final int[] rest;

    /** The block that was asked for last, and the fingerprints of its codes, by column; 0 where nobody has asked. */
    private RowBlock of;

    private final long[][] known;

    private Lanes prints = new Lanes(new long[0], new long[0], new long[0]);

    Contents(Schema schema) {
        List<DatasetColumn> said = schema.columns().stream()
                .filter(column -> !schema.key().contains(column.name()))
                .toList();
        this.day = places(schema, said, column -> isDay(schema, column));
        this.columns = places(schema, said, column -> !isDay(schema, column) && tells(column));
        this.rest = places(schema, said, column -> !isDay(schema, column) && !tells(column) && !isRemark(column));
        this.known = new long[schema.columns().size()][];
    }

    private static int[] places(Schema schema, List<DatasetColumn> columns, Predicate<DatasetColumn> which) {
        return columns.stream()
                .filter(which)
                .mapToInt(column -> schema.indexOf(column.name()))
                .toArray();
    }

    private static boolean isDay(Schema schema, DatasetColumn column) {
        return schema.date().filter(column.name()::equals).isPresent();
    }

    private static boolean tells(DatasetColumn column) {
        return column.references().isPresent()
                || column.type().isNumeric() && !column.name().equals("cost");
    }

    private static boolean isRemark(DatasetColumn column) {
        return column.type() == DatasetColumn.Type.TEXT
                && column.optional()
                && column.choices().isEmpty();
    }

    Prints of(Row row) {
        long undated = joined(0, columns, row);
        long sale = joined(undated, day, row);
        return new Prints(mixed(undated), mixed(sale), mixed(joined(sale, rest, row)));
    }

    private static long joined(long before, int[] columns, Row row) {
        long all = before;
        for (int column : columns) {
            all = joined(all, of(row.value(column)));
        }
        return all;
    }

    /** The same of rows by columns. */
    Lanes of(RowBlock block, Picks rows) {
        if (of != block) {
            of = block;
            Arrays.setAll(known, i -> new long[64]);
        }
        if (prints.whole.length < rows.size()) {
            int room = 2 * rows.size();
            prints = new Lanes(new long[room], new long[room], new long[room]);
        }
        int count = rows.size();
        Arrays.fill(prints.undated, 0, count, 0);
        join(columns, block, rows, prints.undated);
        System.arraycopy(prints.undated, 0, prints.sale, 0, count);
        join(day, block, rows, prints.sale);
        System.arraycopy(prints.sale, 0, prints.whole, 0, count);
        join(rest, block, rows, prints.whole);
        for (int k = 0; k < count; k++) {
            prints.undated[k] = mixed(prints.undated[k]);
            prints.sale[k] = mixed(prints.sale[k]);
            prints.whole[k] = mixed(prints.whole[k]);
        }
        return prints;
    }

    private void join(int[] columns, RowBlock block, Picks rows, long[] all) {
        for (int column : columns) {
            Lane lane = block.lane(column);
            if (lane instanceof Lane.Decimals numbers) {
                join(numbers, rows, all);
            } else if (lane instanceof Lane.Codes codes) {
                join(codes, column, rows, all);
            } else {
                for (int k = 0; k < rows.size(); k++) {
                    all[k] = joined(all[k], lane == null ? 0 : of(lane.value(rows.get(k))));
                }
            }
        }
    }

    private static void join(Lane.Decimals numbers, Picks rows, long[] all) {
        int count = rows.size();
        for (int k = 0; k < count; k++) {
            int row = rows.get(k);
            int scale = numbers.scale(row);
            all[k] = joined(all[k], scale < 0 ? 0 : of(numbers.unscaled(row), scale));
        }
    }

    private void join(Lane.Codes codes, int column, Picks rows, long[] all) {
        int count = rows.size();
        long[] ones = known[column];
        for (int k = 0; k < count; k++) {
            int row = rows.get(k);
            int code = codes.code(row);
            long one = code >= 0 && code < ones.length ? ones[code] : 0;
            if (one == 0) {
                one = first(codes, column, row);
                ones = known[column];
            }
            all[k] = joined(all[k], one);
        }
    }

    private long first(Lane.Codes codes, int column, int row) {
        int code = codes.code(row);
        if (code < 0) {
            return of(codes.value(row));
        }
        if (code >= known[column].length) {
            known[column] = Arrays.copyOf(known[column], Math.max(2 * known[column].length, code + 1));
        }
        known[column][code] = of(codes.of(code));
        return known[column][code];
    }

    private static long joined(long before, long one) {
        return (Long.rotateLeft(before, 23) ^ one) * PRIME;
    }

    private static long of(Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof BigDecimal number) {
            BigDecimal plain =
                    number.setScale(Math.max(0, number.stripTrailingZeros().scale()));
            return plain.precision() <= 18
                    ? of(plain.unscaledValue().longValue(), plain.scale())
                    : ofText(plain.toString());
        }
        return value instanceof LocalDate || value instanceof LocalDateTime
                ? mixed(Row.day(value).toEpochDay())
                : ofText(value.toString());
    }

    private static long ofText(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME + 1;
        }
        return mixed(hash);
    }

    /** A number, however many zeros follow its point. */
    private static long of(long unscaled, int scale) {
        long number = unscaled;
        int decimals = scale;
        while (decimals > 0 && number % 10 == 0) {
            number /= 10;
            decimals--;
        }
        return mixed(number * 31 + decimals + 1);
    }

    private static long mixed(long one) {
        long hash = (one ^ one >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
