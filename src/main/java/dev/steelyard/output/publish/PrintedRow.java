package dev.steelyard.output.publish;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A row as column → text: a national month has hundreds of thousands, so that columns and texts are shared between them. */
final class PrintedRow extends AbstractMap<String, String> {

    /** What the rows of a table share. Not for several threads. */
    static final class Table {
        private final List<String> headers;
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<String, String> texts = new HashMap<>();

        Table(List<String> headers) {
            this.headers = List.copyOf(headers);
            for (int i = 0; i < headers.size(); i++) {
                places.put(headers.get(i), i);
            }
        }

        /** @param cells in the order of the columns */
        Map<String, String> row(Stream<String> cells) {
            return new PrintedRow(
                    this,
                    cells.map(text -> texts.computeIfAbsent(text, any -> any)).toArray(String[]::new));
        }
    }

    private final Table table;
    private final String[] cells;

    private PrintedRow(Table table, String[] cells) {
        this.table = table;
        this.cells = cells;
    }

    @Override
    public String get(Object header) {
        Integer at = table.places.get(header);
        return at == null ? null : cells[at];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PrintedRow row && row.table.headers.equals(table.headers)
                ? Arrays.equals(row.cells, cells)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public boolean containsKey(Object header) {
        return table.places.containsKey(header);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        List<Entry<String, String>> entries = new AbstractList<>() {
            @Override
            public Entry<String, String> get(int at) {
                return Map.entry(table.headers.get(at), cells[at]);
            }

            @Override
            public int size() {
                return cells.length;
            }
        };
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, String>> iterator() {
                return entries.iterator();
            }

            @Override
            public int size() {
                return cells.length;
            }
        };
    }
}
