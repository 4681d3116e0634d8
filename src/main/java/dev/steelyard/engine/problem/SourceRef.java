package dev.steelyard.engine.problem;

/**
 * Where something stands in an export.
 *
 * @param dataset the dataset's name; blank where unknown
 * @param file the file's name as HR delivered it; blank where there is none
 * @param sheet the sheet of a workbook; blank for text files
 * @param row the row as a spreadsheet or editor shows it, from 1 (physical line of the record's start in a text file); 0
 *     for the file as a whole
 */
public record SourceRef(String dataset, String file, String sheet, long row) {

    public static final SourceRef NONE = new SourceRef("", "", "", 0);

    /** A file as a whole. */
    public static SourceRef file(String dataset, String file) {
        return new SourceRef(dataset, file, "", 0);
    }

    /** {@code orders.xlsx!Sheet1:214}. */
    @Override
    public String toString() {
        return file + (sheet.isEmpty() ? "" : "!" + sheet) + (row == 0 ? "" : ":" + row);
    }
}
