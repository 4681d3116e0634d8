package dev.steelyard.input.exports;

import dev.steelyard.input.spelling.Fault;

/** The cells of a record as delivered. */
interface RawCells {

    /** The value of the cell in a column, null where it is blank, or a {@link Fault}. */
    Object value(Cells column, int position);

    /** How many there are. */
    int count();

    /** The raw cells; at least {@link #count} of them. */
    Object[] cells();

    /** Cells that somebody has made already. */
    record Made(Object[] cells, int count) implements RawCells {
        @Override
        public Object value(Cells column, int position) {
            return column.value(cells[position]);
        }
    }
}
