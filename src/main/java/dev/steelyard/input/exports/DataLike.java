package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.input.spelling.Fault;
import dev.steelyard.input.spelling.Spelling;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * Tells data from titles where a row stands where none should: on a sheet without a header. Data fills half of the
 * columns that the dataset knows, half of the cells in columns of numbers, dates and choices read as such, and it is no total.
 */
final class DataLike {

    private final Cells[] cells;
    private final int[] positions;
    private final int known;
    private final int width;
    private final SideRows side;

    /** @param header under which the row would stand */
    DataLike(Schema schema, Header header, ZoneId zone) {
        this.cells = Cells.of(schema, header, zone).toArray(Cells[]::new);
        this.positions = header.positions();
        this.width = header.cells().size();
        this.side = new SideRows(schema, header.cells(), positions);
        int found = 0;
        for (int position : positions) {
            found += position < 0 ? 0 : 1;
        }
        this.known = found;
    }

    boolean isData(Object[] raw, int count) {
        int filled = 0;
        int typed = 0;
        int good = 0;
        for (int i = 0; i < cells.length; i++) {
            Object cell = positions[i] < 0 || positions[i] >= count ? null : raw[positions[i]];
            if (cell == null || cell instanceof String text && Spelling.isBlank(text)) {
                continue;
            }
            filled++;
            if (cells[i].column().type() != DatasetColumn.Type.TEXT) {
                typed++;
                good += cells[i].value(cell) instanceof Fault ? 0 : 1;
            }
        }
        return typed > 0
                && 2 * filled >= known
                && 2 * good >= typed
                && side.kind(Arrays.copyOf(raw, Math.max(count, width)), count) == SideRows.Kind.DATA;
    }
}
