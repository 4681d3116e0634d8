package dev.steelyard.output.workbook.book;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A row of a table with what stands in its cells, each column asked once.
 *
 * @param cells their texts as a cell can hold them
 */
record Line<R>(R row, List<Datum> cells) {

    static <R> Line<R> of(Block<R> block, R row) {
        List<Datum> cells = new ArrayList<>(block.columns().size());
        for (Column<R> column : block.columns()) {
            Datum datum = column.value().apply(row);
            cells.add(datum instanceof Datum.Text text ? clean(text) : datum);
        }
        return new Line<>(row, cells);
    }

    private static Datum clean(Datum.Text text) {
        String clean = CellText.of(text.text());
        return clean.equals(text.text()) ? text : Datum.text(clean);
    }

    /** The block's rows as they come. */
    static <R> Iterator<Line<R>> of(Block<R> block) {
        return StreamSupport.stream(block.rows().spliterator(), false)
                .map(row -> of(block, row))
                .iterator();
    }

    /** The same with another text in the last cell; with nothing in the others where a row goes on. */
    Line<R> with(String last, boolean goesOn) {
        List<Datum> with = new ArrayList<>(cells);
        if (goesOn) {
            with.replaceAll(cell -> Datum.NONE);
        }
        with.set(with.size() - 1, Datum.text(last));
        return new Line<>(row, with);
    }
}
