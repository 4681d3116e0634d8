package dev.steelyard.engine.measure;

import dev.steelyard.engine.dataset.Row;
import java.util.Arrays;
import java.util.Map;

/** What a map says of the ids of a column, looked up once for each. */
final class LookUp<T> {

    private static final Object NOTHING = new Object();

    private final Map<String, T> in;
    private final Ids ids;
    private final int column;
    private Object[] found = {};

    LookUp(Map<String, T> in, Ids ids, int column) {
        this.in = in;
        this.ids = ids;
        this.column = column;
    }

    /** What the map says of the row's id, which is not blank; null where that is nothing. */
    @SuppressWarnings("unchecked")
    T of(Row row) {
        int number = ids.of(row, column);
        if (number == Ids.NONE) {
            return in.get(row.text(column));
        }
        if (number >= found.length) {
            found = Arrays.copyOf(found, Math.max(2 * found.length, number + 16));
        }
        if (found[number] == null) {
            T first = in.get(row.text(column));
            found[number] = first == null ? NOTHING : first;
        }
        return found[number] == NOTHING ? null : (T) found[number];
    }
}
