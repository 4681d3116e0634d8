package dev.steelyard.input.exports;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the reading of a slice came to.
 *
 * @param records all records of the slice: rows + rejected + excluded + skipped
 * @param rows the rows given to the sink
 * @param excluded left out by the dataset's row filter
 * @param skipped blank, header, example, total and subtotal rows, which do not count as read (architecture.md 4, Row outcome)
 * @param sums of each number column, over rows and over the readable numbers of rejected and excluded rows
 * @param rejectedAmounts of each amount column, what the rejected rows hold
 * @param excludedAmounts of each amount column, what the excluded rows hold
 * @param whole whether the slice was read to its end
 */
public record SliceTally(
        long records,
        long rows,
        long rejected,
        long excluded,
        long skipped,
        Map<String, BigDecimal> sums,
        Map<String, RejectedAmounts> rejectedAmounts,
        Map<String, BigDecimal> excludedAmounts,
        boolean whole) {

    /**
     * The money of rejected rows in one column.
     *
     * @param sum of the cells that can be read
     * @param unreadable how many cells have no amount that can be read, those of broken records included
     */
    public record RejectedAmounts(BigDecimal sum, long unreadable) {
        public static final RejectedAmounts NONE = new RejectedAmounts(BigDecimal.ZERO, 0);
    }

    /** Rows that count as read: taken, rejected or excluded. */
    public long read() {
        return rows + rejected + excluded;
    }
}
