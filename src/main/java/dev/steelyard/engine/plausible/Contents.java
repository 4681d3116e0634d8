package dev.steelyard.engine.plausible;

import dev.steelyard.engine.fact.Column;
import dev.steelyard.engine.fact.Lane;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.fact.RowBlock;
import dev.steelyard.engine.fact.RowBlock.Picks;
import dev.steelyard.engine.fact.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * Fingerprints of what rows say besides their keys: the day, whom and what they name, and their numbers. A time of day, a cost or a
 * remark makes no other sale, since another system's export of the same sale may have none or another.
 *
 * <p>Not for several threads.
 */
final class Contents {

    private static final long PRIME = 0x100000001b3L;

    private final int[] columns;

    /** The block that was asked for last, and the fingerprints of its codes, by column; 0 where nobody has asked. */
    private RowBlock of;

    private final long[][] known;

    Contents(Schema schema) {
        List<String> key = schema.key();
        this.columns = schema.columns().stream()
                .filter(column -> !key.contains(column.name()) && tells(schema, column))
                .mapToInt(column -> schema.indexOf(column.name()))
                .toArray();
        this.known = new long[columns.length][];
    }

    private static boolean tells(Schema schema, Column column) {
        return column.references().isPresent()
                || schema.date().filter(column.name()::equals).isPresent()
                || column.type().isNumeric() && !column.name().equals("cost");
    }

    long of(Row row) {
        long all = 0;
        for (int column : columns) {
            all = joined(all, of(row.value(column)));
        }
        return mixed(all);
    }

    /** The same of rows by columns. */
    long[] of(RowBlock block, Picks rows) {
        if (of != block) {
            of = block;
            Arrays.setAll(known, i -> new long[64]);
        }
        long[] all = new long[rows.size()];
        for (int i = 0; i < columns.length; i++) {
            Lane lane = block.lane(columns[i]);
            for (int k = 0; k < all.length; k++) {
                all[k] = joined(all[k], lane == null ? 0 : of(lane, i, rows.get(k)));
            }
        }
        for (int k = 0; k < all.length; k++) {
            all[k] = mixed(all[k]);
        }
        return all;
    }

    private long of(Lane lane, int column, int row) {
        if (lane instanceof Lane.Decimals numbers) {
            return numbers.scale(row) < 0 ? 0 : of(numbers.unscaled(row), numbers.scale(row));
        }
        if (!(lane instanceof Lane.Codes codes) || codes.code(row) < 0) {
            return of(lane.value(row));
        }
        int code = codes.code(row);
        if (code >= known[column].length) {
            known[column] = Arrays.copyOf(known[column], Math.max(2 * known[column].length, code + 1));
        }
        if (known[column][code] == 0) {
            known[column][code] = of(codes.of(code));
        }
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
