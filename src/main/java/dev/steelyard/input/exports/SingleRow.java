package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.sheets.Mark;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A row that stands elsewhere than in an export, typed and checked by the same rules as the rows of one. */
public final class SingleRow {

    private SingleRow() {}

    /**
     * Gives the sink the row or why it is rejected.
     *
     * @param cells column (any accepted spelling) → text; what is left out is blank
     * @param where the row stands
     */
    public static void read(Schema schema, Map<String, String> cells, SourceRef where, ZoneId zone, RowSink sink) {
        Slice slice = new Slice(
                schema.dataset(),
                where.file(),
                "",
                0,
                new Slice.Text("UTF-8", ','),
                List.copyOf(cells.keySet()),
                new Mark(0, where.row(), 0),
                0);
        Object[] raw = cells.values().toArray();
        new RowMaker(schema, slice, zone, sink).take(0, where.row(), raw, raw.length, null);
    }
}
