package dev.steelyard.output.workbook.book;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The columns of a sheet on which tables stand one below the other, each with columns of its own: a table's column lies over one or more
 * of the sheet's. Widths are in digits.
 */
final class Grid {

    /** Edges so near each other become one, so that there are fewer columns. */
    private static final int NEAR = 3;

    private static final int LEAST_WORDS = 20;

    /** Where the columns end. */
    private final NavigableSet<Integer> edges = new TreeSet<>();

    private final Map<Block<?>, List<Integer>> ends = new IdentityHashMap<>();
    private final int printed;

    Grid(List<Filled<?>> tables) {
        tables.forEach(table -> lay(table, 0, 0, table.block().printedColumns().size()));
        this.printed = edges.isEmpty() ? 0 : edges.last();
        // What is for the screen begins right of all that is printed.
        tables.forEach(table -> {
            Block<?> block = table.block();
            lay(table, printed, block.printedColumns().size(), block.columns().size());
        });
    }

    private <R> void lay(Filled<R> table, int start, int from, int to) {
        Widths widths = new Widths();
        widths.fit(table);
        widths.fitHeader(table.block().columns(), true);
        table.block().total().ifPresent(total -> widths.fit(table.block(), Line.of(table.block(), total)));
        List<Integer> own = ends.computeIfAbsent(table.block(), block -> new ArrayList<>());
        int end = start;
        for (int column = from; column < to && !table.lines().isEmpty(); column++) {
            int least = least(table.block(), column, end, end + widths.sum(column, column + 1));
            Integer near = edges.ceiling(least);
            end = near != null && near <= least + NEAR ? near : least;
            edges.add(end);
            own.add(end);
        }
    }

    /** Last words that wrap end with the sheet of paper at the latest. */
    private static int least(Block<?> block, int column, int start, int end) {
        boolean last = column == block.printedColumns().size() - 1
                && block.columns().get(column).width().wrap();
        return last ? Math.min(end, Math.max(start + LEAST_WORDS, Paper.FLAT.digits())) : end;
    }

    /** How wide all that is printed is together. */
    int printed() {
        return printed;
    }

    /** How many columns those printed are. */
    int printedColumns() {
        return index(printed);
    }

    /** The widths of the sheet's columns, in order. */
    List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        int before = 0;
        for (int edge : edges) {
            widths.add(edge - before);
            before = edge;
        }
        return widths;
    }

    /** The sheet's column where the table's begins. */
    int from(Block<?> block, int column) {
        if (column == 0) {
            return 0;
        }
        int before = ends.get(block).get(column - 1);
        return index(column == block.printedColumns().size() ? printed : before);
    }

    /** The sheet's column behind the table's. */
    int to(Block<?> block, int column) {
        return index(end(block, column));
    }

    /** How wide the table's column is. */
    int width(Block<?> block, int column) {
        int start = column == 0
                ? 0
                : column == block.printedColumns().size()
                        ? printed
                        : ends.get(block).get(column - 1);
        return end(block, column) - start;
    }

    /** The last printed words go on to the edge of all. */
    private int end(Block<?> block, int column) {
        boolean words = column == block.printedColumns().size() - 1
                && block.columns().get(column).format() == Format.TEXT;
        return words ? printed : ends.get(block).get(column);
    }

    private int index(int edge) {
        return edges.headSet(edge, true).size();
    }
}
