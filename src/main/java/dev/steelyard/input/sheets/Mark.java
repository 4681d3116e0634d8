package dev.steelyard.input.sheets;

/**
 * A place in a frozen file at which a record begins.
 *
 * @param record the record's ordinal in the file, from 0, header and skipped rows included; in a workbook sheet × 2^20 +
 *     row − 1
 * @param line the physical line of a text file, the row of a sheet; from 1
 * @param offset the byte offset in the stored content; in a sheet the row
 */
public record Mark(long record, long line, long offset) {

    /** Sheets have at most 2^20 rows. */
    static final int SHEET_BITS = 20;

    public static Mark ofSheetRow(int sheet, long row) {
        return new Mark(((long) sheet << SHEET_BITS) + row - 1, row, row);
    }
}
