package dev.steelyard.output.page;

import dev.steelyard.output.page.Node.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table: its first column names the row.
 *
 * @param caption says what it shows
 */
record Table<R>(String caption, List<Column<R>> columns, List<R> rows) {

    /** @param number whether it stands to the right */
    record Column<R>(String title, boolean number, Function<R, Node> cell) {

        static <R> Column<R> words(String title, Function<R, Node> cell) {
            return new Column<>(title, false, cell);
        }

        static <R> Column<R> number(String title, Function<R, String> cell) {
            return new Column<>(title, true, row -> new Node.Words(cell.apply(row)));
        }
    }

    /** In a box of its own, which scrolls where a screen is too narrow; the keyboard reaches it. */
    Element element() {
        Element head = Node.of(
                "thead",
                Node.of(
                        "tr",
                        columns.stream()
                                .map(column -> align(column, Node.of("th", column.title()))
                                        .with("scope", "col"))
                                .toList()));
        return Node.of(
                        "div",
                        Node.of(
                                "table",
                                Node.of("caption", caption),
                                head,
                                Node.of("tbody", rows.stream().map(this::row).toList())))
                .with("class", "scroll")
                .with("role", "region")
                .with("aria-label", caption)
                .with("tabindex", "0");
    }

    private Element row(R row) {
        List<Element> cells = new ArrayList<>();
        for (Column<R> column : columns) {
            Element cell = cells.isEmpty()
                    ? Node.of("th", column.cell().apply(row)).with("scope", "row")
                    : Node.of("td", column.cell().apply(row));
            cells.add(align(column, cell));
        }
        return Node.of("tr", cells);
    }

    private static <R> Element align(Column<R> column, Element cell) {
        return column.number() ? cell.with("class", "number") : cell;
    }
}
