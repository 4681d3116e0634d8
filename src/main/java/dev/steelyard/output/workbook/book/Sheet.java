package dev.steelyard.output.workbook.book;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntFunction;

/** One sheet of a workbook. */
public sealed interface Sheet {

    String name();

    /**
     * A long table with frozen header and filters; continued on further sheets where a spreadsheet's rows end.
     *
     * @param frozenColumns how many columns stay when scrolling sideways
     */
    record Table<R>(String name, int frozenColumns, Block<R> block) implements Sheet {}

    /**
     * A page to read: a title and small tables, one below the other.
     *
     * @param upright printed as one upright A4 sheet, else as many flat ones as it takes
     */
    record Page(String name, String title, List<String> intro, List<Block<?>> blocks, boolean upright)
            implements Sheet {
        public Page {
            intro = List.copyOf(intro);
            blocks = List.copyOf(blocks);
        }

        public Page(String name, String title, List<String> intro, List<Block<?>> blocks) {
            this(name, title, intro, blocks, false);
        }

        public Page onOneSheet() {
            return new Page(name, title, intro, blocks, true);
        }
    }

    /**
     * Small tables one below the other, each with its own columns, where a sheet for each would hold a few rows.
     *
     * @param tables those without rows say why
     */
    record Stack(String name, String title, List<Table<?>> tables) implements Sheet {

        /** A table of more rows keeps a sheet of its own, where it can be filtered. */
        private static final int MOST_ROWS = 30;

        public Stack {
            tables = List.copyOf(tables);
        }

        /** The small ones among the tables on a sheet of this name, behind it the others. */
        public static List<Sheet> of(String name, String title, List<Table<?>> tables) {
            List<Table<?>> small =
                    tables.stream().filter(table -> !isLonger(table, MOST_ROWS)).toList();
            if (small.stream().filter(table -> isLonger(table, 0)).count() < 2) {
                return List.copyOf(tables);
            }
            List<Sheet> sheets = new ArrayList<>(List.of(new Stack(name, title, small)));
            tables.stream().filter(table -> !small.contains(table)).forEach(sheets::add);
            return sheets;
        }

        private static boolean isLonger(Table<?> table, int rows) {
            Iterator<?> iterator = table.block().rows().iterator();
            int left = rows;
            while (left > 0 && iterator.hasNext()) {
                iterator.next();
                left--;
            }
            return iterator.hasNext();
        }
    }

    /** A page to print, sign and hand over: small tables on one A4 sheet, upright. */
    record Form(String name, String title, List<String> intro, List<Block<?>> blocks) implements Sheet {
        public Form {
            intro = List.copyOf(intro);
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * A table whose rows lie below each other, as a tree: those deeper than the first two levels are folded.
     *
     * @param depth a row → how deep it lies, from 0
     */
    record Tree<R>(String name, String title, List<String> intro, Block<R> block, ToIntFunction<R> depth)
            implements Sheet {
        public Tree {
            intro = List.copyOf(intro);
        }
    }

    /** A table that another system reads: the header in the first row, the data below it, and nothing else. */
    record Plain<R>(String name, List<Column<R>> columns, Iterable<R> rows) implements Sheet {
        public Plain {
            columns = List.copyOf(columns);
        }
    }
}
