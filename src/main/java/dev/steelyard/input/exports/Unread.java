package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.input.spelling.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The columns of an export that nobody reads, and what stands in them in the rows that count: who adds dollars to yuan, or pays
 * orders that were cancelled, has left such a column unread (architecture.md 5). Adding up in any order gives the same.
 *
 * @param columns header cell as delivered → its values
 */
public record Unread(Map<String, Values> columns) {

    public static final Unread NONE = new Unread(Map.of());

    /** Of a column with more different values than this, free text or an id, none is kept. */
    static final int MOST = 500;

    /**
     * The values of a column.
     *
     * @param counts value, stripped, blank included → rows; in code-unit order
     * @param many whether there were too many different ones to keep any
     */
    public record Values(Map<String, Long> counts, boolean many) {

        static Values of(Map<String, Long> counts) {
            return counts.size() > MOST ? new Values(Map.of(), true) : new Values(new TreeMap<>(counts), false);
        }

        Values plus(Values other) {
            if (many || other.many) {
                return new Values(Map.of(), true);
            }
            Map<String, Long> sum = new HashMap<>(counts);
            other.counts.forEach((value, rows) -> sum.merge(value, rows, Long::sum));
            return of(sum);
        }
    }

    public Unread plus(Unread other) {
        Map<String, Values> sum = new LinkedHashMap<>(columns);
        other.columns.forEach((header, values) -> sum.merge(header, values, Values::plus));
        return new Unread(sum);
    }

    /**
     * Counts, row by row.
     *
     * <p>Not for several threads.
     */
    public static final class Counting {
        private final List<String> headers = new ArrayList<>();
        private final List<Integer> positions = new ArrayList<>();
        private final List<Map<String, Long>> counts = new ArrayList<>();

        /** @param header of the file, as delivered */
        public Counting(Schema schema, List<String> header) {
            boolean[] read = Header.of(schema, header).known();
            for (int i = 0; i < read.length; i++) {
                String cell = Spelling.strip(header.get(i));
                if (!read[i] && !cell.isEmpty()) {
                    headers.add(cell);
                    positions.add(i);
                    counts.add(new HashMap<>());
                }
            }
        }

        /** Whether there is any such column: if not, no row need be taken. */
        public boolean isNeeded() {
            return !positions.isEmpty();
        }

        /** Takes a row as delivered, in the order of the header. */
        public void take(List<String> cells) {
            for (int i = 0; i < counts.size(); i++) {
                int position = positions.get(i);
                Map<String, Long> column = counts.get(i);
                if (column.size() <= MOST) {
                    String cell = position < cells.size() ? Spelling.strip(cells.get(position)) : "";
                    column.merge(Spelling.shown(cell), 1L, Long::sum);
                }
            }
        }

        public Unread counted() {
            Map<String, Values> columns = new LinkedHashMap<>();
            for (int i = 0; i < headers.size(); i++) {
                columns.merge(headers.get(i), Values.of(counts.get(i)), Values::plus);
            }
            return new Unread(columns);
        }
    }
}
