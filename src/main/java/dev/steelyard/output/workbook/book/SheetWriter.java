package dev.steelyard.output.workbook.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.ColorScaleFormatting;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes one sheet from top to bottom, measuring its columns on the way. */
final class SheetWriter {

    private static final float LINE_HEIGHT = 15.5f;
    private static final float LEAST_HEIGHT = 17f;

    /** More digits than a spreadsheet's number keeps: such a number is written as text. */
    private static final int EXACT_DIGITS = 15;

    /** Room for a filter's button beside a header's words. */
    private static final int BUTTON = 3;

    /** Headers up to this width stay on one line. */
    private static final int ONE_LINE = 9;

    /** Where long texts wrap at the latest, and at the earliest. */
    private static final int LONGEST_LINE = 170;

    private static final int SHORTEST_LINE = 90;

    private static final int LEAST_MARGIN = 4;

    private final SXSSFSheet sheet;
    private final XSSFSheet model;
    private final Styles styles;
    private final String language;
    private final Map<Integer, Integer> widths = new HashMap<>();
    private final PageBreaks breaks = new PageBreaks();

    /** The columns of the widest table. */
    private final int widest;

    /** The same of a page; 0 where the sheet is one table. */
    private final int columns;

    /** Columns that every table of a page fills, so that its lines end at one edge. */
    private final int grid;

    /** The width of sentences. */
    private final int room;

    private int next;

    SheetWriter(
            SXSSFSheet sheet, XSSFSheet model, Styles styles, String language, List<Block<?>> blocks, boolean page) {
        this.sheet = sheet;
        this.model = model;
        this.styles = styles;
        this.language = language;
        this.widest =
                blocks.stream().mapToInt(block -> block.columns().size()).max().orElse(0);
        this.columns = page ? widest : 0;
        if (page) {
            this.grid = columns + (hasMargin(blocks) ? 1 : 0);
            this.room = Math.max(SHORTEST_LINE, width(0, grid));
        } else {
            this.grid = 0;
            int least = blocks.stream()
                    .mapToInt(block -> block.columns().stream()
                            .mapToInt(column -> headerWidth(column, true))
                            .sum())
                    .max()
                    .orElse(0);
            this.room = Math.max(SHORTEST_LINE, Math.min(least, LONGEST_LINE));
        }
        sheet.setDefaultRowHeightInPoints(LEAST_HEIGHT);
    }

    /**
     * Measures a page's tables before the first is written, because they share their columns. Where the texts of last
     * columns need more room than those have, a margin to the right of them all gives it, as far as a page is wide.
     */
    private boolean hasMargin(List<Block<?>> blocks) {
        blocks.forEach(this::measure);
        int needed = blocks.stream().mapToInt(this::overrun).max().orElse(0);
        int margin = Math.min(needed, LONGEST_LINE) - width(0, columns);
        if (margin > 0) {
            widen(columns, Math.max(margin, LEAST_MARGIN));
        }
        return margin > 0;
    }

    private <R> void measure(Block<R> block) {
        boolean any = false;
        for (R row : block.rows()) {
            any = true;
            for (int i = 0; i < block.columns().size(); i++) {
                measure(
                        i,
                        block.columns().get(i),
                        block.columns().get(i).value().apply(row));
            }
        }
        if (any) {
            measureHeader(block.columns(), false);
        }
    }

    /** How wide the page must be for the longest text of the last column. */
    private <R> int overrun(Block<R> block) {
        if (!runsOver(block.columns())) {
            return 0;
        }
        int last = block.columns().size() - 1;
        int longest = 0;
        for (R row : block.rows()) {
            if (block.columns().get(last).value().apply(row) instanceof Datum.Text text) {
                longest = Math.max(longest, wide(CellText.of(text.text())));
            }
        }
        return width(0, last) + longest;
    }

    /** Whether the texts of the last column go on to the right of it. */
    private static <R> boolean runsOver(List<Column<R>> columns) {
        if (columns.isEmpty()) {
            return false;
        }
        Column<R> last = columns.get(columns.size() - 1);
        return last.format() == Format.TEXT && !last.width().wrap();
    }

    /** The width of the columns. */
    private int width(int from, int to) {
        int sum = 0;
        for (int column = from; column < to; column++) {
            sum += widths.getOrDefault(column, 0);
        }
        return sum;
    }

    int nextRow() {
        return next;
    }

    void title(String text) {
        line(text, styles.title(), 26f);
    }

    void heading(String text) {
        newRow(LEAST_HEIGHT);
        breaks.blockAt(next);
        line(text, styles.heading(), 21f);
    }

    /** Sentences that run over the columns to their right; long ones go on in the next row. */
    void sentences(List<String> sentences) {
        for (String sentence : sentences) {
            TextWidth.lines(CellText.of(sentence), room).forEach(part -> line(part, styles.sentence(), LEAST_HEIGHT));
        }
    }

    private void line(String text, CellStyle style, float height) {
        Row row = newRow(height);
        Cell cell = row.createCell(0);
        cell.setCellValue(CellText.of(text));
        cell.setCellStyle(style);
    }

    private Row newRow(float height) {
        Row row = sheet.createRow(next++);
        row.setHeightInPoints(height);
        breaks.row(height);
        return row;
    }

    private <R> int headerWidth(Column<R> column, boolean filtered) {
        String title = column.title().in(language);
        int words = Math.max(TextWidth.ofWords(title), Math.min(TextWidth.of(title), ONE_LINE));
        return Math.max(words + (filtered ? BUTTON : 2), column.width().least());
    }

    private <R> void measureHeader(List<Column<R>> columns, boolean filtered) {
        for (int i = 0; i < columns.size(); i++) {
            widen(i, headerWidth(columns.get(i), filtered));
        }
    }

    <R> void header(List<Column<R>> columns, boolean filtered) {
        measureHeader(columns, filtered);
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            int width = headerWidth(columns.get(i), filtered) - (filtered ? BUTTON : 2);
            lines = Math.max(
                    lines,
                    TextWidth.lines(columns.get(i).title().in(language), width).size());
        }
        Row row = newRow(height(lines) + 4);
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(CellText.of(columns.get(i).title().in(language)));
            cell.setCellStyle(styles.header(columns.get(i).format() == Format.TEXT));
        }
        fill(row, columns, styles.header(true));
    }

    /** Writes rows until there are none or the sheet is full. */
    <R> void rows(Block<R> block, Iterator<R> rows, int lastRow) {
        int first = next;
        while (rows.hasNext() && next < lastRow) {
            row(block, rows.next(), false);
        }
        if (next > first) {
            scales(block.columns(), first, next - 1);
        }
    }

    <R> void row(Block<R> block, R data, boolean total) {
        Tone tone = total ? Tone.STRONG : block.tone().apply(data);
        List<Datum> cells = new ArrayList<>();
        block.columns().forEach(column -> cells.add(column.value().apply(data)));
        List<String> over = over(block.columns(), cells);
        for (int part = 0; part < over.size() - 1; part++) {
            row(block, data, with(cells, over.get(part)), tone, total, true);
            cells.replaceAll(cell -> Datum.NONE);
        }
        row(block, data, over.isEmpty() ? cells : with(cells, over.get(over.size() - 1)), tone, total, false);
    }

    /** The text that runs over to the right in the lines that it takes; none where it is no such text or fits. */
    private <R> List<String> over(List<Column<R>> columns, List<Datum> cells) {
        int last = columns.size() - 1;
        if (grid == 0 || !runsOver(columns) || !(cells.get(last) instanceof Datum.Text text)) {
            return List.of();
        }
        String clean = CellText.of(text.text());
        int there = width(last, grid);
        return wide(clean) <= there ? List.of() : TextWidth.lines(clean, there - 2);
    }

    private static List<Datum> with(List<Datum> cells, String last) {
        List<Datum> with = new ArrayList<>(cells);
        with.set(with.size() - 1, Datum.text(last));
        return with;
    }

    /** @param open whether the next row goes on with this one */
    private <R> void row(Block<R> block, R data, List<Datum> cells, Tone tone, boolean total, boolean open) {
        Row row = sheet.createRow(next++);
        int lines = 1;
        for (int i = 0; i < block.columns().size(); i++) {
            Column<R> column = block.columns().get(i);
            Tone own = total ? tone : column.tone().map(of -> of.apply(data)).orElse(tone);
            lines = Math.max(lines, cell(row.createCell(i), i, column, cells.get(i), own, open));
        }
        fill(row, block.columns(), styles.of(Format.TEXT, tone, false, open));
        breaks.row(height(lines));
        if (lines > 1) {
            row.setHeightInPoints(height(lines));
        }
    }

    /** Goes on with the lines of a table whose last column holds texts that run over to the right. */
    private <R> void fill(Row row, List<Column<R>> columns, CellStyle style) {
        if (runsOver(columns)) {
            for (int i = columns.size(); i < grid; i++) {
                row.createCell(i).setCellStyle(style);
            }
        }
    }

    private static float height(int lines) {
        return Math.min(Math.max(LEAST_HEIGHT, lines * LINE_HEIGHT + 2), 400f);
    }

    /** Fills the cell and says how many lines it takes. */
    private <R> int cell(Cell cell, int at, Column<R> column, Datum datum, Tone tone, boolean open) {
        Width width = column.width();
        cell.setCellStyle(styles.of(format(column, datum), tone, width.wrap(), open));
        measure(at, column, datum);
        if (datum instanceof Datum.Number number) {
            number(cell, number.value());
        } else if (datum instanceof Datum.Day day) {
            cell.setCellValue(DateUtil.getExcelDate(day.day()));
        } else if (datum instanceof Datum.Text text && !text.text().isEmpty()) {
            String clean = CellText.of(text.text());
            cell.setCellValue(clean);
            return width.wrap() ? TextWidth.lines(clean, width.most() - 1).size() : 1;
        }
        return 1;
    }

    private static <R> Format format(Column<R> column, Datum datum) {
        if (datum instanceof Datum.Number number) {
            return number.format().orElse(column.format());
        }
        return datum instanceof Datum.Day ? Format.DAY : column.format();
    }

    /** Makes room for the content. */
    private <R> void measure(int at, Column<R> column, Datum datum) {
        if (datum instanceof Datum.Number number) {
            // An indent, and a margin on both sides, so that no font turns a number into ####.
            widen(at, TextWidth.of(format(column, datum).shown(number.value())) + 3);
        } else if (datum instanceof Datum.Day) {
            widen(at, 12);
        } else if (datum instanceof Datum.Text text && !text.text().isEmpty()) {
            widen(at, Math.min(wide(CellText.of(text.text())), column.width().most()));
        }
    }

    /** The room for a text: with an indent, and more for capitals, which are wider than digits. */
    private static int wide(String text) {
        int wide = TextWidth.of(text);
        return wide + wide / 8 + 2;
    }

    private static void number(Cell cell, BigDecimal value) {
        if (value.stripTrailingZeros().precision() > EXACT_DIGITS) {
            cell.setCellValue(value.toPlainString());
        } else {
            cell.setCellValue(value.doubleValue());
        }
    }

    private void widen(int column, int width) {
        widths.merge(column, Math.min(width, 255), Math::max);
    }

    private <R> void scales(List<Column<R>> columns, int first, int last) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).scale().isPresent()) {
                scale(
                        new CellRangeAddress(first, last, i, i),
                        columns.get(i).scale().get());
            }
        }
    }

    private void scale(CellRangeAddress cells, Column.Scale by) {
        SheetConditionalFormatting conditions = sheet.getSheetConditionalFormatting();
        var rule = conditions.createConditionalFormattingColorScaleRule();
        ColorScaleFormatting scale = rule.getColorScaleFormatting();
        List<BigDecimal> values = List.of(by.low(), by.middle(), by.high());
        for (int i = 0; i < values.size(); i++) {
            scale.getThresholds()[i].setRangeType(RangeType.NUMBER);
            scale.getThresholds()[i].setValue(values.get(i).doubleValue());
        }
        scale.setColors(new Color[] {
            Styles.color(Tone.WORST.fill()), Styles.color(Tone.MIDDLE.fill()), Styles.color(Tone.BEST.fill())
        });
        conditions.addConditionalFormatting(new CellRangeAddress[] {cells}, rule);
    }

    /** Draws the block's chart; beside it, the block gets as many rows as the chart needs. */
    <R> void chart(Block<R> block, Chart chart, int header) {
        Plotted cells = Plotted.of(block, model.getSheetName(), language, header);
        boolean below = chart.place() == Chart.Place.BELOW;
        if (below) {
            newRow(LEAST_HEIGHT);
        }
        int row = below ? next : header;
        int beside = Math.max(block.columns().size() + 1, columns - Charts.COLUMNS);
        if (!below) {
            for (int column = beside; column < beside + Charts.COLUMNS; column++) {
                widths.putIfAbsent(column, Charts.COLUMN);
            }
        }
        Charts.draw(model, chart, cells, row, below ? 0 : beside, below ? widest : beside + Charts.COLUMNS);
        while (next < row + chart.rows(cells.rows().size())) {
            newRow(LEAST_HEIGHT);
        }
    }

    void finish() {
        widths.forEach((column, width) -> sheet.setColumnWidth(column, width * 256));
        if (columns > 0) {
            breaks.before(widths.values().stream().mapToInt(Integer::intValue).sum())
                    .forEach(row -> sheet.setRowBreak(row - 1));
        }
    }
}
