package dev.steelyard.engine.problem;

import dev.steelyard.engine.said.Said;
import java.util.List;

/**
 * A row that was rejected, as it was delivered, with everything that was found wrong in it.
 *
 * @param header the header cells of its file or sheet
 * @param cells in the order of the header; more or fewer where the row has another number of columns; of a record that
 *     cannot be cut into cells one element, its first physical line
 * @param problems the reason first
 */
public record RejectedRow(SourceRef where, List<String> header, List<String> cells, List<Problem> problems) {

    /** What stands beside a rejected row's own cells where people read and correct it, in this order. */
    public enum Heading {
        FILE,
        SHEET,
        ROW,
        COLUMN,
        REASON,
        FIX,
        DATASET;

        /** As it stands over its column. */
        public Said words() {
            return Said.of("rejects.heading", this);
        }

        /** Whether it stands before the row's own cells; the others stand after them. */
        public boolean isBefore() {
            return compareTo(REASON) <= 0;
        }
    }

    public RejectedRow {
        header = List.copyOf(header);
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }

    /** Why the row was rejected. */
    public Problem reason() {
        return problems.get(0);
    }
}
