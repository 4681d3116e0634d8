package dev.steelyard.input.exports;

import dev.steelyard.input.spelling.Fault;

/** What a sheet knows of its current row besides the cells under the header. */
interface RowContext {
    /** Fills merged groups, marks merged numbers. */
    void fill(long line, Object[] raw);

    /** The first filled cell that stands under no header; null if there is none. */
    Fault stray();

    /** How many cells stand under no header. */
    int strays();

    /** Whether whoever looks at the sheet does not see the row. */
    boolean isHidden();
}
