package dev.steelyard.engine.measure;

import dev.steelyard.engine.plan.Where;
import java.util.List;

/**
 * Sums of a dataset's columns, kept apart by other columns: those of the row, and of what it names ({@code
 * customer.kind}), and parts of its days and times ({@code visited_at.weekday}, 1 to 7; {@code visited_at.hour}, 0 to 23).
 *
 * @param sums columns, or {@link #ROWS}
 * @param where which rows count; a row that names what is not there meets no condition on it
 */
public record Groups(String dataset, List<String> sums, List<String> by, Where where) {

    /** In the place of a column to sum: how many rows. */
    public static final String ROWS = "*";

    public Groups {
        sums = List.copyOf(sums);
        by = List.copyOf(by);
    }

    /** Of all rows. */
    public Groups(String dataset, List<String> sums, List<String> by) {
        this(dataset, sums, by, Where.ALWAYS);
    }

    /** How many rows by the groups. */
    public static Groups count(String dataset, List<String> by, Where where) {
        return new Groups(dataset, List.of(ROWS), by, where);
    }
}
