package dev.steelyard.engine.plausible;

import dev.steelyard.engine.dataset.Lane;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.unit.ExactSum;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A month being counted; its fields are what {@link MonthParts} hands on. */
final class MonthAccount {
    final int month;
    long rows;
    long lost;
    long priced;
    long swapped;
    MonthProfile.Signs odd = MonthProfile.Signs.NONE;
    int days;
    long said;
    final ExactSum[] sums;
    final long[] blanks;
    final Greatest[] most;
    final OwnFigures own;
    /** Place of a person's figures by the code that they have in the block that is being added; 0 where that is not known. */
    int[] byCode = {};
    /** Size → rows; made when the first amount comes. */
    long[] sizes;

    /** The place of the figures of whom a row names. */
    int place(int code, Lane lane, int row, People numbers) {
        if (code == Lane.Codes.BLANK) {
            return OwnFigures.NOBODY;
        }
        if (code < 0) {
            return own.place(numbers.of((String) lane.value(row)));
        }
        if (code >= byCode.length) {
            byCode = Arrays.copyOf(byCode, Math.max(2 * byCode.length, code + 1));
        }
        if (byCode[code] == 0) {
            byCode[code] = place(Lane.Codes.OTHER, lane, row, numbers);
        }
        return byCode[code];
    }

    /** @param closely whether it is asked what single people's rows say */
    MonthAccount(int month, int columns, boolean closely) {
        this.month = month;
        own = new OwnFigures(closely);
        sums = new ExactSum[columns];
        blanks = new long[columns];
        most = new Greatest[columns];
    }

    Greatest most(int column) {
        if (most[column] == null) {
            most[column] = new Greatest();
        }
        return most[column];
    }

    /** Everything counted so far. */
    MonthParts parts(Schema schema, People numbers) {
        Map<String, BigDecimal> totals = new TreeMap<>();
        Map<String, Long> blank = new TreeMap<>();
        Map<String, BigDecimal> greatest = new TreeMap<>();
        for (int i = 0; i < sums.length; i++) {
            String column = schema.columns().get(i).name();
            if (most[i] != null) {
                greatest.put(column, most[i].value());
            }
            if (sums[i] != null) {
                totals.put(column, sums[i].total());
            }
            if (blanks[i] > 0) {
                blank.put(column, blanks[i]);
            }
        }
        People.InMonth people = numbers.of(own);
        Map<Integer, Long> bySize = new TreeMap<>();
        for (int size = 0; sizes != null && size < Sizes.COUNT; size++) {
            if (sizes[size] > 0) {
                bySize.put(size, sizes[size]);
            }
        }
        return new MonthParts(
                month,
                rows,
                lost,
                priced,
                swapped,
                odd,
                days,
                said,
                totals,
                blank,
                people.sums(),
                people.tops(),
                people.copies(),
                bySize,
                greatest);
    }
}
