package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Lane;
import dev.steelyard.engine.unit.ExactSum;
import dev.steelyard.input.spelling.Fault;
import dev.steelyard.input.spelling.NumberReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the amounts of a slice come to, column by column: of all rows that were read, and of those that are rejected, excluded or hidden. */
final class AmountSums {

    /** What the rejected rows hold of an amount column. */
    private static final class Lost {
        private final ExactSum sum = new ExactSum();
        private long unreadable;
    }

    private final Cells[] cells;
    private final ExactSum[] sumOf;
    private final Map<Integer, ExactSum> leftOut = new TreeMap<>();
    private final Map<Integer, ExactSum> hidden = new TreeMap<>();
    private final Map<Integer, Lost> lost = new TreeMap<>();

    AmountSums(Cells[] cells, int[] positions) {
        this.cells = cells;
        this.sumOf = new ExactSum[cells.length];
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].isSummed() && positions[i] >= 0) {
                sumOf[i] = new ExactSum();
                if (cells[i].isAmount()) {
                    lost.put(i, new Lost());
                    leftOut.put(i, new ExactSum());
                    hidden.put(i, new ExactSum());
                }
            }
        }
    }

    /** Whether the column of the schema is summed. */
    boolean isSummed(int column) {
        return sumOf[column] != null;
    }

    /**
     * A number that was just read.
     *
     * @param changed whether it is not any more as it was read
     */
    void add(int column, Object value, boolean changed) {
        ExactSum sum = sumOf[column];
        if (sum == null) {
            return;
        }
        if (changed) {
            sum.add((BigDecimal) value);
        } else {
            NumberReader numbers = cells[column].numbers();
            sum.add((BigDecimal) value, numbers.unscaled(), numbers.scale());
        }
    }

    /** Rows of a block. */
    void add(PlainBlock block, int from, int to) {
        for (int i = 0; i < cells.length; i++) {
            if (sumOf[i] != null && block.lane(i) instanceof Lane.Decimals numbers) {
                add(numbers, from, to, sumOf[i]);
            }
        }
    }

    private static void add(Lane.Decimals numbers, int from, int to, ExactSum sum) {
        for (int row = from; row < to; row++) {
            if (numbers.scale(row) >= 0) {
                sum.add(numbers.unscaled(row), numbers.scale(row));
            }
        }
    }

    /** A row without cells is rejected: no amount can be read. */
    void lose() {
        lost.values().forEach(column -> column.unreadable++);
    }

    /** A row is rejected. */
    void lose(Object[] values) {
        lost.forEach((i, column) -> {
            if (values[i] instanceof BigDecimal amount) {
                column.sum.add(amount);
            } else if (values[i] instanceof Fault) {
                column.unreadable++;
            }
        });
    }

    /** A row is excluded. */
    void leaveOut(Object[] values) {
        add(values, leftOut);
    }

    /** A row was read though nobody sees it. */
    void hide(Object[] values) {
        add(values, hidden);
    }

    private static void add(Object[] values, Map<Integer, ExactSum> sums) {
        sums.forEach((i, sum) -> {
            if (values[i] instanceof BigDecimal amount) {
                sum.add(amount);
            }
        });
    }

    /** Column → what was read. */
    Map<String, BigDecimal> read() {
        Map<Integer, ExactSum> sums = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            if (sumOf[i] != null) {
                sums.put(i, sumOf[i]);
            }
        }
        return byName(sums);
    }

    /** Column → what excluded rows hold. */
    Map<String, BigDecimal> excluded() {
        return byName(leftOut);
    }

    /** What hidden rows hold, as it is said of them. */
    String hidden() {
        return hidden.entrySet().stream()
                .map(sum -> cells[sum.getKey()].column().name() + " "
                        + sum.getValue().total().toPlainString())
                .collect(Collectors.joining("; "));
    }

    private Map<String, BigDecimal> byName(Map<Integer, ExactSum> sums) {
        Map<String, BigDecimal> byName = new HashMap<>();
        sums.forEach((i, sum) -> byName.put(cells[i].column().name(), sum.total()));
        return Map.copyOf(byName);
    }

    /** Column → what rejected rows hold. */
    Map<String, SliceTally.RejectedAmounts> rejected() {
        Map<String, SliceTally.RejectedAmounts> byName = new HashMap<>();
        lost.forEach((i, column) -> byName.put(
                cells[i].column().name(), new SliceTally.RejectedAmounts(column.sum.total(), column.unreadable)));
        return Map.copyOf(byName);
    }
}
