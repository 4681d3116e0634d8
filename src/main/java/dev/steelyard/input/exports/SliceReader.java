package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.ledger.store.ContentStore;
import java.io.IOException;
import java.time.ZoneId;

/**
 * Reads a slice from the store, and from nowhere else: rows, rejected rows with their reasons, totals. The same slice always
 * gives the same.
 *
 * @param zone the company's, in which dates are read and to which times with an offset are brought
 */
public record SliceReader(ContentStore store, Schema schema, ZoneId zone) {

    /** @throws IOException if the store cannot be read: no finding about the export, which freezing has judged */
    public SliceTally read(Slice slice, RowSink sink) throws IOException {
        RowMaker rows = new RowMaker(schema, slice, zone, sink);
        boolean whole = slice.shape() instanceof Slice.Text text
                ? new TextReader(store.path(slice.content()), slice, text).read(rows, sink)
                : new SheetReader(store.path(slice.content()), slice).read(rows, sink);
        return rows.tally(whole);
    }
}
