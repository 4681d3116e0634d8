package dev.steelyard.output.workbook.book;

import java.util.List;
import java.util.Optional;

/** How wide the columns of a sheet are, where those of each table lie, and where sentences and long texts wrap. */
final class ColumnLayout {

    /** Where long texts of a flat page wrap at the latest, and at the earliest. */
    private static final int LONGEST_LINE = 170;

    private static final int SHORTEST_LINE = 90;

    /** The longest line that a flat sheet of paper takes where nothing needs to shrink. */
    private static final int LINE_OF_A_SHEET = 115;

    private static final int LEAST_MARGIN = 4;

    private final Widths widths = new Widths();

    /** The columns of the widest table. */
    private final int widest;

    /** The same of a page; 0 where the sheet is one table. */
    private final int columns;

    /** Columns that every table of a page fills, so that its lines end at one edge. */
    private final int grid;

    /** The width of sentences. */
    private final int room;

    /** Where the columns of tables lie that have each their own. */
    private final Optional<Grid> own;

    /** A sheet whose tables are measured as they are written. */
    ColumnLayout(Paper paper, List<? extends Block<?>> blocks) {
        this.own = Optional.empty();
        this.widest = widest(blocks);
        this.columns = 0;
        this.grid = 0;
        int least = blocks.stream()
                .mapToInt(block -> block.printedColumns().stream()
                        .mapToInt(column -> widths.ofHeader(column, true))
                        .sum())
                .max()
                .orElse(0);
        // Of what is printed on sheets of paper side by side, or not at all, sentences stay on the first.
        boolean narrow = !blocks.stream().allMatch(Block::printed) || paper.sheetsWide(least) > 1;
        this.room = narrow ? LINE_OF_A_SHEET : Math.max(SHORTEST_LINE, Math.min(least, LONGEST_LINE));
    }

    /** Tables one below the other, each with its own columns. */
    ColumnLayout(Grid own) {
        this.own = Optional.of(own);
        List<Integer> columns = own.widths();
        for (int i = 0; i < columns.size(); i++) {
            widths.widen(i, columns.get(i));
        }
        this.widest = columns.size();
        this.columns = columns.size();
        this.grid = 0;
        this.room = Math.max(SHORTEST_LINE, Math.min(own.printed(), LONGEST_LINE));
    }

    private ColumnLayout(List<Filled<?>> tables, int longest) {
        this.own = Optional.empty();
        this.widest = widest(tables.stream().map(Filled::block).toList());
        this.columns = widest;
        this.grid = columns + (hasMargin(tables, longest) ? 1 : 0);
        this.room = Math.max(SHORTEST_LINE, widths.sum(0, grid));
    }

    /** A page whose tables share their columns. */
    static ColumnLayout shared(Paper paper, List<Filled<?>> tables) {
        return new ColumnLayout(tables, paper == Paper.UPRIGHT ? Paper.UPRIGHT.digits() : LONGEST_LINE);
    }

    private static int widest(List<? extends Block<?>> blocks) {
        return blocks.stream().mapToInt(block -> block.columns().size()).max().orElse(0);
    }

    /**
     * Measures a page's tables before the first is written, because they share their columns. Where the texts of last
     * columns need more room than those have, a margin to the right of them all gives it, as far as a page is wide; what stays on the
     * screen has all the room to the right.
     */
    private boolean hasMargin(List<Filled<?>> tables, int longest) {
        tables.forEach(widths::fit);
        int needed = tables.stream().mapToInt(this::overrun).max().orElse(0);
        int free = longest - widths.sum(0, columns);
        int margin = Math.min(needed - widths.sum(0, columns), free);
        if (margin > 0) {
            widths.widen(columns, Math.min(Math.max(margin, LEAST_MARGIN), free));
        }
        return margin > 0;
    }

    /** How wide the page must be for the longest text of the last column. */
    private <R> int overrun(Filled<R> filled) {
        if (!filled.block().printed() || !runsOver(filled.block().columns())) {
            return 0;
        }
        int last = filled.block().columns().size() - 1;
        int longest = filled.lines().stream()
                .mapToInt(line -> line.cells().get(last) instanceof Datum.Text text ? Widths.of(text.text()) : 0)
                .max()
                .orElse(0);
        return widths.sum(0, last) + longest;
    }

    /** Whether the texts of the last column go on to the right of it. */
    static <R> boolean runsOver(List<Column<R>> columns) {
        if (columns.isEmpty()) {
            return false;
        }
        Column<R> last = columns.get(columns.size() - 1);
        return last.format() == Format.TEXT && !last.width().wrap();
    }

    /** Widens columns until a table's words fit; those of tables with columns of their own are as wide as they are. */
    <R> void fitHeader(List<Column<R>> of, boolean filtered) {
        if (own.isEmpty()) {
            widths.fitHeader(of, filtered);
        }
    }

    /** The same for a line's cells; a page's lines were measured before. */
    <R> void fit(Block<R> block, Line<R> line, boolean total) {
        if (own.isEmpty() && (columns == 0 || total)) {
            widths.fit(block, line);
        }
    }

    /** The text that runs over to the right in the lines that it takes; none where it is no such text or fits. */
    <R> List<String> over(Block<R> block, List<Datum> cells) {
        List<Column<R>> columns = block.columns();
        int last = columns.size() - 1;
        if (grid == 0 || !runsOver(columns) || !(cells.get(last) instanceof Datum.Text text)) {
            return List.of();
        }
        int there = block.printed() ? widths.sum(last, grid) : LONGEST_LINE - widths.sum(0, last);
        return Widths.of(text.text()) <= there && text.text().indexOf('\n') < 0
                ? List.of()
                : TextWidth.lines(text.text(), there - 2);
    }

    /** The first of the sheet's columns that a table's column takes. */
    int from(Block<?> block, int column) {
        return own.isEmpty() ? column : own.get().from(block, column);
    }

    /** The one behind the last. */
    int to(Block<?> block, int column) {
        return own.isEmpty() ? column + 1 : own.get().to(block, column);
    }

    int width(Block<?> block, int column) {
        return own.isEmpty()
                ? block.columns().get(column).width().most()
                : own.get().width(block, column);
    }

    /** Whether the text of a cell goes on in its next line: where it is wider than its column of a page and the next cell is not empty. */
    <R> boolean wraps(Block<R> block, List<Datum> cells, int column) {
        if (block.columns().get(column).width().wrap()) {
            return true;
        }
        return isPage()
                && cells.get(column) instanceof Datum.Text text
                && column + 1 < cells.size()
                && !isEmpty(cells.get(column + 1))
                && TextWidth.of(text.text()) >= widths.sum(from(block, column), to(block, column));
    }

    private static boolean isEmpty(Datum datum) {
        return datum instanceof Datum.Text text && text.text().isEmpty();
    }

    Widths widths() {
        return widths;
    }

    /** How wide sentences are. */
    int room() {
        return room;
    }

    /** Columns that every table of a page fills; 0 where there are none. */
    int grid() {
        return grid;
    }

    /** Whether several tables stand on one page, rather than one on a sheet of its own. */
    boolean isPage() {
        return columns > 0;
    }

    /** How many columns there are at most. */
    int most() {
        return Math.max(grid, widest);
    }

    /** How wide all is that is printed. */
    int printed() {
        return own.map(Grid::printed).orElse(widths.sum());
    }

    /** How many columns are printed, where others stay on the screen. */
    Optional<Integer> printedInPart() {
        return own.map(Grid::printedColumns).filter(printed -> printed < columns);
    }
}
