package dev.steelyard.output.workbook.rejects;

import dev.steelyard.engine.problem.RejectedRow;
import java.util.List;

/**
 * Where rejected rows are shown: a dataset's, under one header.
 *
 * @param name of the sheet
 * @param surplus how many cells the longest row has beyond the header
 */
record RejectSheet(String name, String dataset, List<String> header, int surplus, long rows) {

    boolean holds(RejectedRow row) {
        return header.equals(row.header());
    }

    RejectSheet plus(RejectedRow row) {
        return new RejectSheet(
                name, dataset, header, Math.max(surplus, row.cells().size() - header.size()), rows + 1);
    }
}
