package dev.steelyard.input.exports;

import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.SourceRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes what a slice holds, in file order. Each record is either a row, or rejected, or skipped (blank, header, example
 * and total rows); none is lost.
 */
public interface RowSink {

    /** @param record the record's ordinal in the file */
    void row(long record, Row row);

    /**
     * The same, for who may need the cells.
     *
     * @param delivered gives the row as delivered, in the order of {@link Slice#header()}; to be asked for at once
     */
    default void row(long record, Row row, Supplier<List<String>> delivered) {
        row(record, row);
    }

    /**
     * @param problems what is wrong, the reason first, then whatever else was found in the row
     * @param cells the row as delivered, in the order of {@link Slice#header()}; of a record that cannot be cut into cells
     *     one element, its first physical line
     */
    void rejected(long record, List<Problem> problems, List<String> cells);

    /** What is to be said of a row that counts; it comes before the row. */
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
