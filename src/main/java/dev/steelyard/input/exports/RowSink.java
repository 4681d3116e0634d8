package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.RowBlock;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.sheets.Mark;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes what a slice holds, in file order. Each record is either a row, or rejected, or excluded, or skipped (blank, header, example
 * and total rows); none is lost.
 */
public interface RowSink {

    /** @param record the record's ordinal in the file */
    void row(long record, Row row);

    /**
     * The same, for whoever may need the cells.
     *
     * @param delivered gives the row as delivered, in the order of {@link Slice#header()}; to be asked for at once
     */
    default void row(long record, Row row, Supplier<List<String>> delivered) {
        row(record, row);
    }

    /** Whether rows may come by columns where nothing about them is unusual. */
    default boolean takesBlocks() {
        return false;
    }

    /** Rows by columns, in file order with all others. */
    default void rows(RowBlock block, int from, int to) {
        throw new IllegalStateException("rows come one by one");
    }

    /**
     * A row of which some cells could not be read and are blank, in a dataset that keeps such rows
     * ({@link dev.steelyard.engine.dataset.Schema#blanksUnread()}).
     *
     * @param unread what is wrong with those cells; at least one
     */
    default void blanked(long record, Row row, Supplier<List<String>> delivered, List<Problem> unread) {
        row(record, row, delivered);
    }

    /**
     * @param problems what is wrong, the reason first, then whatever else was found in the row
     * @param cells the row as delivered, in the order of {@link Slice#header()}; of a record that cannot be cut into cells
     *     one element, its first physical line
     */
    void rejected(long record, List<Problem> problems, List<String> cells);

    /**
     * The same, for whoever counts by month.
     *
     * @param day the day on which the row would count; null where it has none that can be read
     */
    default void rejected(long record, List<Problem> problems, List<String> cells, LocalDate day) {
        rejected(record, problems, cells);
    }

    /** A row that the dataset's row filter leaves out; its money stands in the tally. */
    default void excluded(long record) {}

    /** What is to be said of a row that counts, before the row; or of the slice as a whole, at its end. */
    default void said(Problem problem) {}

    /** A total row (合计): for the caller to compare once the slices before it are known. */
    default void total(Total total) {}

    /** A block of records begins here: reading can resume at the mark. */
    default void block(Mark mark) {}

    /** Asked before each block; true ends the reading. */
    default boolean stop() {
        return false;
    }

    /**
     * What a total row states. Both maps are keyed by the names of the number columns that the total row fills.
     *
     * @param before the sums over this slice's rows up to the total row, rejected rows with a readable number included;
     *     of a text file the sums of the earlier slices come on top
     */
    record Total(long record, SourceRef where, Map<String, BigDecimal> stated, Map<String, BigDecimal> before) {}
}
