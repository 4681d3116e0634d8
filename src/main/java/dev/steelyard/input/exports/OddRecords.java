package dev.steelyard.input.exports;

import dev.steelyard.input.spelling.Fault;

/**
 * Judges records that do not stand as a slice's records do, too short, above the header or in a line without an end.
 *
 * @param positions column of the schema → its place in the file, or −1
 */
record OddRecords(Cells[] cells, int[] positions) {

    /** The column of a row's last cell; null where the schema does not know it. */
    Cells last(int count) {
        int last = positions.length - 1;
        while (last >= 0 && positions[last] != count - 1) {
            last--;
        }
        return last < 0 ? null : cells[last];
    }

    /**
     * Whether half of the cells read as their columns do, and one of them as more than text.
     *
     * @param width how many columns of the header the row should have
     */
    boolean readsAsData(Object[] raw, int count, int width) {
        int declared = 0;
        int filled = 0;
        int read = 0;
        boolean typed = false;
        for (int i = 0; i < cells.length; i++) {
            if (positions[i] < 0 || positions[i] >= width) {
                continue;
            }
            declared++;
            Object cell = positions[i] < count ? raw[positions[i]] : null;
            if (cell == null || SideRows.isBlank(new Object[] {cell}, 1)) {
                continue;
            }
            filled++;
            if (!(cells[i].value(cell) instanceof Fault)) {
                read++;
                typed |= !cells[i].isText();
            }
        }
        return 2 * read >= declared && 2 * read >= filled && typed;
    }
}
