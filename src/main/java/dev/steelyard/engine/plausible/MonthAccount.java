package dev.steelyard.engine.plausible;

import dev.steelyard.engine.dataset.Lane;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.unit.ExactSum;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
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
    final Map<String, Own> people = new HashMap<>();
    /** Of rows that name nobody. */
    final Own nobody = new Own();
    /** The people by the code that they have in the block that is being added. */
    Own[] byCode = {};
    /** Size → rows; made when the first amount comes. */
    long[] sizes;

    Own of(int code, Lane lane, int row) {
        if (code == Lane.Codes.BLANK) {
            return nobody;
        }
        if (code < 0) {
            return people.computeIfAbsent((String) lane.value(row), id -> new Own());
        }
        if (code >= byCode.length) {
            byCode = Arrays.copyOf(byCode, Math.max(2 * byCode.length, code + 1));
        }
        if (byCode[code] == null) {
            byCode[code] = of(Lane.Codes.OTHER, lane, row);
        }
        return byCode[code];
    }

    MonthAccount(int month, int columns) {
        this.month = month;
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
    MonthParts parts(Schema schema) {
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
        Map<String, BigDecimal> owned = new TreeMap<>();
        Map<String, BigDecimal> tops = new TreeMap<>();
        Map<String, Copies> copies = new TreeMap<>();
        people.forEach((id, own) -> {
            tops.put(id, own.top());
            owned.put(id, own.total());
            copies.put(id, own.copies.copies());
        });
        Copies ofNobody = nobody.copies.copies();
        if (ofNobody.rows() > 0) {
            copies.put("", ofNobody);
        }
        Map<Integer, Long> bySize = new TreeMap<>();
        for (int size = 0; sizes != null && size < Sizes.COUNT; size++) {
            if (sizes[size] > 0) {
                bySize.put(size, sizes[size]);
            }
        }
        return new MonthParts(
                month, rows, lost, priced, swapped, odd, days, said, totals, blank, owned, tops, copies, bySize,
                greatest);
    }

    /** What is a person's in a month. */
    static final class Own {
        /** The sum of the person's amounts; null until the first comes. */
        private ExactSum sum;

        final Copies.Counting copies = new Copies.Counting();
        /** The greatest amount above 0; kept as a long, like most amounts, where it fits. */
        BigDecimal top = BigDecimal.ZERO;

        long topUnscaled;
        int topScale;

        ExactSum sum() {
            sum = sum == null ? new ExactSum() : sum;
            return sum;
        }

        BigDecimal total() {
            return sum == null ? BigDecimal.ZERO : sum.total();
        }

        void take(BigDecimal money) {
            sum().add(money);
            top = top.max(money);
        }

        void take(long unscaled, int scale) {
            sum().add(unscaled, scale);
            if (unscaled > 0 && (scale == topScale ? unscaled > topUnscaled : isAbove(unscaled, scale))) {
                topUnscaled = unscaled;
                topScale = scale;
            }
        }

        private boolean isAbove(long unscaled, int scale) {
            return BigDecimal.valueOf(unscaled, scale).compareTo(BigDecimal.valueOf(topUnscaled, topScale)) > 0;
        }

        BigDecimal top() {
            return top.max(BigDecimal.valueOf(topUnscaled, topScale));
        }
    }
}
