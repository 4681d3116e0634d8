package dev.steelyard.engine.plan;

import java.util.List;
import java.util.Optional;

/**
 * An aggregate over a dataset's rows: {@code {sum: orders.amount, where: {product.lifecycle: mature}}}.
 *
 * @param aggregate what is made of the rows
 * @param dataset the dataset
 * @param columns the columns read; none for a count
 * @param date the column that puts a row in a window; the dataset's own where left out
 * @param where which rows count
 * @param basis whose rows they are, and in which prices
 */
public record Facts(
        Aggregate aggregate, String dataset, List<String> columns, Optional<String> date, Where where, Basis basis) {

    /**
     * Whose rows count, and in which prices.
     *
     * @param assigned rows of customers go to whom they are assigned on the period's last day, whoever sold (rules.md 8.6)
     * @param restated amounts are in the prices of the period's last day (rules.md 8.9)
     */
    public record Basis(boolean assigned, boolean restated) {
        /** Of whom the row names, in the prices of the row. */
        public static final Basis AS_SOLD = new Basis(false, false);
    }

    public Facts(Aggregate aggregate, String dataset, List<String> columns, Optional<String> date, Where where) {
        this(aggregate, dataset, columns, date, where, Basis.AS_SOLD);
    }

    /** What is made of the rows that pass. */
    public enum Aggregate {
        /** How many rows. */
        COUNT,
        /** The exact sum of all filled cells of the columns. */
        SUM,
        /** The same cells, read as their sum over their number (rulings 25, 29). */
        AVERAGE,
        /** The calendar days from the first column to the second, of the rows where both are filled. */
        DAYS,
        /** How many different combinations of the columns, all filled (rulings 27). */
        DISTINCT,
        /** The least value, of a date the earliest day. */
        MIN,
        /** The greatest value, of a date the latest day. */
        MAX,
        /** The value of the row with the latest date (of a published series: the newest row; rulings 7). */
        LATEST,
        /** Of a published series: the value of the newest row that ends before the {@link #LATEST} one. */
        PRIOR,
        /** The products a person must be certified for; {@code columns} is empty (rulings 34). */
        REQUIRED,
        /** Those of {@link #REQUIRED} that were passed. */
        PASSED
    }

    public Facts {
        columns = List.copyOf(columns);
    }

    /** The same, of the rows that also meet these conditions. */
    public Facts where(Where more) {
        return new Facts(aggregate, dataset, columns, date, where.and(more), basis);
    }

    /** The same rows, another aggregate. */
    public Facts as(Aggregate other) {
        return new Facts(other, dataset, columns, date, where, basis);
    }

    /** The same, attributed and priced otherwise (rules.md 8.6 and 8.9). */
    public Facts on(Basis other) {
        return new Facts(aggregate, dataset, columns, date, where, other);
    }
}
