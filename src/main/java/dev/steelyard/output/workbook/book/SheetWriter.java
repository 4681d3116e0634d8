package dev.steelyard.output.workbook.book;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;

/** Writes one sheet from top to bottom, and says where its pages end. */
final class SheetWriter {

    private static final float LINE_HEIGHT = 15.5f;

    /** More digits than a spreadsheet's number keeps: such a number is written as text. */
    private static final int EXACT_DIGITS = 15;

    /** One of so many digits is what bold words need more. */
    private static final int BOLDER = 12;

    private final SheetPart sheet;
    private final Styles styles;
    private final ColumnLayout layout;
    private final PageBreaks breaks = new PageBreaks();

    SheetWriter(SheetPart sheet, Styles styles, ColumnLayout layout) {
        this.sheet = sheet;
        this.styles = styles;
        this.layout = layout;
    }

    int nextRow() {
        return sheet.count();
    }

    /** Leaves what follows to the screen. */
    void printUpToHere() {
        sheet.printTo(nextRow() - 1, layout.most());
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
        int digits = layout.widths().sum(0, printed);
        if (Paper.UPRIGHT.savesSheets(sheet.paper(), digits, breaks.height())) {
            sheet.printOn(Paper.UPRIGHT);
        }
        int wide = sheet.paper().sheetsWide(digits);
        if (wide > 1) {
            sheet.printWide(wide, repeated);
        } else {
            int high = sheet.paper().withoutRest(digits, breaks.height());
            sheet.printHigh(high);
            sheet.breaks(high == 0 ? breaks.even(digits, sheet.paper()) : List.of());
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
            TextWidth.lines(CellText.of(sentence), layout.room())
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
        layout.fitHeader(columns, filtered);
        int lines = 1;
        // Words over texts that run over to the right do so too.
        boolean over = layout.grid() > 0 && ColumnLayout.runsOver(columns);
        for (int i = 0; i < columns.size() - (over ? 1 : 0); i++) {
            int width = layout.widths().ofHeaderWords(columns.get(i), filtered);
            lines = Math.max(
                    lines, TextWidth.lines(columns.get(i).title(), width).size());
        }
        newRow(height(lines) + 4);
        for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            int style = over && i == columns.size() - 1
                    ? styles.headerOver()
                    : styles.header(column.format() == Format.TEXT);
            sheet.text(layout.from(block, i), style, CellText.of(column.title()));
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
                block.columns()
                        .get(i)
                        .scale()
                        .ifPresent(by -> sheet.scale(layout.from(block, at), first, nextRow() - 1, by));
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
        layout.fit(block, line, total);
        List<String> over = layout.over(block, line.cells());
        if (over.isEmpty()) {
            row(block, line, printed, tone, total, false);
        }
        for (int part = 0; part < over.size(); part++) {
            row(block, line.with(over.get(part), part > 0), printed, tone, total, part < over.size() - 1);
        }
    }

    /** @param open whether the next row goes on with this one */
    private <R> void row(Block<R> block, Line<R> line, int printed, Tone tone, boolean total, boolean open) {
        List<Column<R>> columns = block.columns();
        int lines = 1;
        for (int i = 0; i < printed; i++) {
            if (line.cells().get(i) instanceof Datum.Text text && layout.wraps(block, line.cells(), i)) {
                int room = layout.width(block, i) - 1;
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
            int style =
                    styles.of(format(column, datum), shade, i < printed && layout.wraps(block, line.cells(), i), open);
            cell(layout.from(block, i), style, datum);
            merge(block, i, style);
        }
        fill(columns, styles.of(Format.TEXT, tone, false, open));
    }

    /** Goes on with the lines of a table whose last column holds texts that run over to the right. */
    private <R> void fill(List<Column<R>> columns, int style) {
        if (ColumnLayout.runsOver(columns)) {
            for (int i = columns.size(); i < layout.grid(); i++) {
                sheet.blank(i, style);
            }
        }
    }

    private void merge(Block<?> block, int column, int style) {
        int from = layout.from(block, column);
        int to = layout.to(block, column);
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
        layout.widths().each(sheet::width);
        int digits = layout.printed();
        layout.printedInPart().ifPresent(columns -> sheet.printTo(nextRow() - 1, columns));
        if (layout.isPage()
                && (Paper.UPRIGHT.savesSheets(sheet.paper(), digits, breaks.height())
                        || Paper.UPRIGHT.spares(sheet.paper(), digits, breaks.height()))) {
            sheet.printOn(Paper.UPRIGHT);
        }
        boolean upright = sheet.paper() == Paper.UPRIGHT;
        if (upright && Paper.UPRIGHT.holds(breaks.height(), 1)) {
            sheet.printHigh(1);
            return;
        }
        if (layout.isPage() && sheet.paper().withoutRest(digits, breaks.height()) == 1) {
            sheet.printHigh(1);
            return;
        }
        PageBreaks.Cut cut = breaks.cut(digits, sheet.paper());
        if (upright && most > 1 && cut.pages() > most && Paper.UPRIGHT.holds(breaks.height(), most)) {
            sheet.printHigh(most);
        } else if ((layout.isPage() || upright) && !cut.before().isEmpty()) {
            sheet.breaks(cut.before());
        }
    }
}
