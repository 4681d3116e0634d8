package dev.steelyard.output.workbook.book;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;

/** Writes one sheet from top to bottom, measuring its columns on the way. */
final class SheetWriter {

    private static final float LINE_HEIGHT = 15.5f;

    /** More digits than a spreadsheet's number keeps: such a number is written as text. */
    private static final int EXACT_DIGITS = 15;

    /** Where long texts of a flat page wrap at the latest, and at the earliest. */
    private static final int LONGEST_LINE = 170;

    private static final int SHORTEST_LINE = 90;

    /** The longest line that a flat sheet of paper takes where nothing needs to shrink. */
    private static final int LINE_OF_A_SHEET = 115;

    /** One of so many digits is what bold words need more. */
    private static final int BOLDER = 12;

    private static final int LEAST_MARGIN = 4;

    private final SheetPart sheet;
    private final Styles styles;
    private final Widths widths;
    private final PageBreaks breaks = new PageBreaks();

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

    /** The width of a line of a page at most. */
    private final int longest;

    /** A sheet whose tables are measured as they are written. */
    SheetWriter(SheetPart sheet, Styles styles, List<? extends Block<?>> blocks) {
        this.sheet = sheet;
        this.styles = styles;
        this.widths = new Widths();
        this.own = Optional.empty();
        this.widest = widest(blocks);
        this.columns = 0;
        this.grid = 0;
        this.longest = LONGEST_LINE;
        int least = blocks.stream()
                .mapToInt(block -> block.printedColumns().stream()
                        .mapToInt(column -> widths.ofHeader(column, true))
                        .sum())
                .max()
                .orElse(0);
        // Of what is printed on sheets of paper side by side, or not at all, sentences stay on the first.
        boolean narrow =
                !blocks.stream().allMatch(Block::printed) || sheet.paper().sheetsWide(least) > 1;
        this.room = narrow ? LINE_OF_A_SHEET : Math.max(SHORTEST_LINE, Math.min(least, LONGEST_LINE));
    }

    /** A page whose tables share their columns. */
    SheetWriter(SheetPart sheet, List<Filled<?>> tables, Styles styles) {
        this.sheet = sheet;
        this.longest = sheet.paper() == Paper.UPRIGHT ? Paper.UPRIGHT.digits() : LONGEST_LINE;
        this.styles = styles;
        this.widths = new Widths();
        this.own = Optional.empty();
        this.widest = widest(tables.stream().map(Filled::block).toList());
        this.columns = widest;
        this.grid = columns + (hasMargin(tables) ? 1 : 0);
        this.room = Math.max(SHORTEST_LINE, widths.sum(0, grid));
    }

    /** Tables one below the other, each with its own columns. */
    SheetWriter(SheetPart sheet, Grid own, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
        this.widths = new Widths();
        this.own = Optional.of(own);
        List<Integer> columns = own.widths();
        for (int i = 0; i < columns.size(); i++) {
            widths.widen(i, columns.get(i));
        }
        this.widest = columns.size();
        this.columns = columns.size();
        this.grid = 0;
        this.longest = LONGEST_LINE;
        this.room = Math.max(SHORTEST_LINE, Math.min(own.printed(), LONGEST_LINE));
    }

    private static int widest(List<? extends Block<?>> blocks) {
        return blocks.stream().mapToInt(block -> block.columns().size()).max().orElse(0);
    }

    /**
     * Measures a page's tables before the first is written, because they share their columns. Where the texts of last
     * columns need more room than those have, a margin to the right of them all gives it, as far as a page is wide; what stays on the
     * screen has all the room to the right.
     */
    private boolean hasMargin(List<Filled<?>> tables) {
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
    private static <R> boolean runsOver(List<Column<R>> columns) {
        if (columns.isEmpty()) {
            return false;
        }
        Column<R> last = columns.get(columns.size() - 1);
        return last.format() == Format.TEXT && !last.width().wrap();
    }

    int nextRow() {
        return sheet.count();
    }

    /** Leaves what follows to the screen. */
    void printUpToHere() {
        sheet.printTo(nextRow() - 1, Math.max(grid, widest));
        breaks.printUpToHere();
    }

    /**
     * Leaves the columns behind the first ones to the screen, prints long narrow tables on upright sheets of paper, and wide ones on
     * sheets side by side. A table that is for the screen has no page.
     *
     * @param header the row of the header
     */
    <R> void printColumns(Block<R> block, int header, int repeated) {
        if (!block.printed()) {
            sheet.printNothing(header);
            return;
        }
        int printed = block.printedColumns().size();
        if (printed < block.columns().size()) {
            sheet.printTo(nextRow() - 1, printed);
        }
        int digits = widths.sum(0, printed);
        if (Paper.UPRIGHT.savesSheets(sheet.paper(), digits, breaks.height())) {
            sheet.printOn(Paper.UPRIGHT);
        }
        int wide = sheet.paper().sheetsWide(digits);
        if (wide > 1) {
            sheet.printWide(wide, repeated);
        } else {
            sheet.printHigh(sheet.paper().withoutRest(digits, breaks.height()));
        }
    }

    void title(String text) {
        line(text, styles.title(), 26f);
    }

    void heading(String text) {
        newRow(sheet.rowHeight());
        breaks.blockAt(nextRow());
        line(text, styles.heading(), 21f);
    }

    /** Sentences that run over the columns to their right; long ones go on in the next row. */
    void sentences(List<String> sentences) {
        for (String sentence : sentences) {
            TextWidth.lines(CellText.of(sentence), room)
                    .forEach(part -> line(part, styles.sentence(), sheet.rowHeight()));
        }
    }

    private void line(String text, int style, float height) {
        newRow(height);
        sheet.text(0, style, CellText.of(text));
    }

    private void newRow(float height) {
        sheet.row(height);
        breaks.row(height);
    }

    <R> void header(Block<R> block, boolean filtered) {
        List<Column<R>> columns = block.columns();
        if (own.isEmpty()) {
            widths.fitHeader(columns, filtered);
        }
        int lines = 1;
        // Words over texts that run over to the right do so too.
        boolean over = grid > 0 && runsOver(columns);
        for (int i = 0; i < columns.size() - (over ? 1 : 0); i++) {
            int width = widths.ofHeaderWords(columns.get(i), filtered);
            lines = Math.max(
                    lines, TextWidth.lines(columns.get(i).title(), width).size());
        }
        newRow(height(lines) + 4);
        for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            int style = over && i == columns.size() - 1
                    ? styles.headerOver()
                    : styles.header(column.format() == Format.TEXT);
            sheet.text(from(block, i), style, CellText.of(column.title()));
            merge(block, i, style);
        }
        fill(columns, styles.header(true));
    }

    /** Writes rows until there are none or the sheet is full. */
    <R> void rows(Block<R> block, Iterator<Line<R>> lines, int lastRow) {
        int first = nextRow();
        int printed = printed(block);
        while (lines.hasNext() && nextRow() < lastRow) {
            row(block, lines.next(), printed, false);
        }
        if (nextRow() > first) {
            for (int i = 0; i < block.columns().size(); i++) {
                int at = i;
                block.columns().get(i).scale().ifPresent(by -> sheet.scale(from(block, at), first, nextRow() - 1, by));
            }
        }
    }

    <R> void total(Block<R> block, R total) {
        row(block, Line.of(block, total), printed(block), true);
    }

    /** How many of the columns may make a row higher: of what is printed in part the printed ones. */
    private static int printed(Block<?> block) {
        return block.printed() ? block.printedColumns().size() : block.columns().size();
    }

    private <R> void row(Block<R> block, Line<R> line, int printed, boolean total) {
        Tone tone = total ? Tone.STRONG : block.tone().apply(line.row());
        // A page's lines were measured before.
        if (own.isEmpty() && (columns == 0 || total)) {
            widths.fit(block, line);
        }
        List<String> over = over(block, line.cells());
        if (over.isEmpty()) {
            row(block, line, printed, tone, total, false);
        }
        for (int part = 0; part < over.size(); part++) {
            row(block, line.with(over.get(part), part > 0), printed, tone, total, part < over.size() - 1);
        }
    }

    /** The text that runs over to the right in the lines that it takes; none where it is no such text or fits. */
    private <R> List<String> over(Block<R> block, List<Datum> cells) {
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

    /** @param open whether the next row goes on with this one */
    private <R> void row(Block<R> block, Line<R> line, int printed, Tone tone, boolean total, boolean open) {
        List<Column<R>> columns = block.columns();
        int lines = 1;
        for (int i = 0; i < printed; i++) {
            if (line.cells().get(i) instanceof Datum.Text text
                    && columns.get(i).width().wrap()) {
                int room = width(block, i) - 1;
                int width = tone.bold() ? room - room / BOLDER : room;
                lines = Math.max(lines, TextWidth.lines(text.text(), width).size());
            }
        }
        if (lines > 1) {
            sheet.row(height(lines));
        } else {
            sheet.row();
        }
        breaks.row(height(lines));
        for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            Tone shade =
                    total ? tone : column.tone().map(of -> of.apply(line.row())).orElse(tone);
            Datum datum = line.cells().get(i);
            int style = styles.of(format(column, datum), shade, column.width().wrap() && i < printed, open);
            cell(from(block, i), style, datum);
            merge(block, i, style);
        }
        fill(columns, styles.of(Format.TEXT, tone, false, open));
    }

    /** Goes on with the lines of a table whose last column holds texts that run over to the right. */
    private <R> void fill(List<Column<R>> columns, int style) {
        if (runsOver(columns)) {
            for (int i = columns.size(); i < grid; i++) {
                sheet.blank(i, style);
            }
        }
    }

    private int from(Block<?> block, int column) {
        return own.map(grid -> grid.from(block, column)).orElse(column);
    }

    private int width(Block<?> block, int column) {
        return own.map(grid -> grid.width(block, column))
                .orElse(block.columns().get(column).width().most());
    }

    private void merge(Block<?> block, int column, int style) {
        if (own.isEmpty()) {
            return;
        }
        int from = own.get().from(block, column);
        int to = own.get().to(block, column);
        for (int i = from + 1; i < to; i++) {
            sheet.blank(i, style);
        }
        if (to > from + 1) {
            sheet.merge(from, to);
        }
    }

    private float height(int lines) {
        return Math.min(sheet.rowHeight() + (lines - 1) * LINE_HEIGHT, 400f);
    }

    private static <R> Format format(Column<R> column, Datum datum) {
        if (datum instanceof Datum.Number number) {
            return number.format().orElse(column.format());
        }
        return datum instanceof Datum.Day ? Format.DAY : column.format();
    }

    private void cell(int at, int style, Datum datum) {
        if (datum instanceof Datum.Number number) {
            number(at, style, number.value());
        } else if (datum instanceof Datum.Day day) {
            sheet.number(at, style, BigDecimal.valueOf((long) DateUtil.getExcelDate(day.day())));
        } else if (datum instanceof Datum.Text text && !text.text().isEmpty()) {
            sheet.text(at, style, text.text());
        } else {
            sheet.blank(at, style);
        }
    }

    private void number(int at, int style, BigDecimal value) {
        if (value.precision() > EXACT_DIGITS && value.stripTrailingZeros().precision() > EXACT_DIGITS) {
            sheet.text(at, style, value.toPlainString());
        } else {
            sheet.number(at, style, value);
        }
    }

    void finish() {
        finish(1);
    }

    /** @param most on so many upright sheets of paper all goes where it can be read */
    void finish(int most) {
        widths.each(sheet::width);
        int digits = own.map(Grid::printed).orElse(widths.sum());
        own.filter(on -> on.printedColumns() < columns)
                .ifPresent(on -> sheet.printTo(nextRow() - 1, on.printedColumns()));
        if (columns > 0
                && (Paper.UPRIGHT.savesSheets(sheet.paper(), digits, breaks.height())
                        || Paper.UPRIGHT.spares(sheet.paper(), digits, breaks.height()))) {
            sheet.printOn(Paper.UPRIGHT);
        }
        boolean upright = sheet.paper() == Paper.UPRIGHT;
        if (upright && Paper.UPRIGHT.holds(breaks.height(), 1)) {
            sheet.printHigh(1);
            return;
        }
        if (columns > 0 && sheet.paper().withoutRest(digits, breaks.height()) == 1) {
            sheet.printHigh(1);
            return;
        }
        PageBreaks.Cut cut = breaks.cut(digits, sheet.paper());
        if (upright && most > 1 && cut.pages() > most && Paper.UPRIGHT.holds(breaks.height(), most)) {
            sheet.printHigh(most);
        } else if (columns > 0 || upright) {
            sheet.breaks(cut.before());
        }
    }
}
