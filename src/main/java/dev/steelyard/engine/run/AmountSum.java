package dev.steelyard.engine.run;

import java.math.BigDecimal;

/**
 * What became of the money in one column of an export: in = used + not used (rules.md 7.5). Exact: with the
 * decimals that the cells have, two at least.
 *
 * @param in of every cell that can be read, whatever became of its row
 * @param unreadable cells of rejected rows without an amount that could be read: they are in no sum
 */
public record AmountSum(
        BigDecimal in,
        BigDecimal used,
        BigDecimal outOfWindow,
        BigDecimal excluded,
        BigDecimal rejected,
        BigDecimal duplicate,
        long unreadable) {

    private static final int CENTS = 2;

    public AmountSum {
        in = plain(in);
        used = plain(used);
        outOfWindow = plain(outOfWindow);
        excluded = plain(excluded);
        rejected = plain(rejected);
        duplicate = plain(duplicate);
    }

    /** One form of a number, so that the same sums are equal whatever they were added up from. */
    static BigDecimal plain(BigDecimal sum) {
        BigDecimal shortest = sum.stripTrailingZeros();
        return shortest.scale() < CENTS ? shortest.setScale(CENTS) : shortest;
    }

    /** What was read and not used, whatever the reason; exact, in the column's currency. */
    public BigDecimal notUsed() {
        return plain(outOfWindow.add(excluded).add(rejected).add(duplicate));
    }

    /** What stands in no outcome: 0 where the column reconciles. */
    public BigDecimal difference() {
        return in.subtract(used).subtract(notUsed());
    }

    /** Whether money in is money accounted for, to the last digit (rules.md 7). */
    public boolean reconciles() {
        return difference().signum() == 0;
    }

    /** Both together. */
    public AmountSum plus(AmountSum other) {
        return new AmountSum(
                in.add(other.in),
                used.add(other.used),
                outOfWindow.add(other.outOfWindow),
                excluded.add(other.excluded),
                rejected.add(other.rejected),
                duplicate.add(other.duplicate),
                unreadable + other.unreadable);
    }
}
