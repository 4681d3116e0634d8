package dev.steelyard.engine.trace;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.said.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of an export that a figure was made from.
 *
 * @param sheet blank for a text file
 * @param row the row as a spreadsheet or editor shows it, from 1
 * @param cells the cells that were read
 * @param countsIn the figures that it counts in: numerator, denominator
 * @param correctedBy where the corrected row stands that was read in its place; blank where it was read as delivered
 */
public record SourceRow(
        String dataset,
        String file,
        String sheet,
        long row,
        List<Cell> cells,
        List<Said> countsIn,
        String correctedBy) {

    /**
     * A cell that was read.
     *
     * @param column the canonical name, with what it was looked up by: {@code product.lifecycle}
     * @param header how people call the column
     * @param value the canonical value; blank where the cell is
     * @param shown the same in words
     */
    public record Cell(String column, Said header, String value, Said shown) {}

    public SourceRow {
        cells = List.copyOf(cells);
        countsIn = List.copyOf(countsIn);
    }

    /** The same row, counting in these figures. */
    public SourceRow countingIn(List<Said> figures) {
        return new SourceRow(dataset, file, sheet, row, cells, figures, correctedBy);
    }

    /** {@code orders.xlsx!Sheet1:214}. */
    public String place() {
        return file + (sheet.isEmpty() ? "" : "!" + sheet) + ":" + row;
    }

    /** Where it stands, its cells, and what it counts in, on one line. */
    public String told(Speech speech) {
        List<String> told = new ArrayList<>();
        told.add(
                correctedBy.isEmpty()
                        ? place()
                        : place() + speech.say(Said.of("trace.corrected", "file", correctedBy)));
        cells.forEach(cell -> told.add(speech.say(cell.header()) + "=" + speech.say(cell.shown())));
        if (!countsIn.isEmpty()) {
            told.add("→ "
                    + countsIn.stream()
                            .map(speech::say)
                            .collect(Collectors.joining(speech.say(Said.of("list.separator")))));
        }
        return String.join("  ", told);
    }
}
