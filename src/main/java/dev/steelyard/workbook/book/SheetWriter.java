package dev.steelyard.workbook.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.DataBarFormatting;
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

    private static final int WIDEST = 100;
    private static final String BAR_COLOR = "9EC5E8";

    private final SXSSFSheet sheet;
    private final XSSFSheet model;
    private final Styles styles;
    private final String language;
    private final Map<Integer, Integer> widths = new HashMap<>();
    private int next;

    SheetWriter(SXSSFSheet sheet, XSSFSheet model, Styles styles, String language) {
        this.sheet = sheet;
        this.model = model;
        this.styles = styles;
        this.language = language;
        sheet.setDefaultRowHeightInPoints(LEAST_HEIGHT);
    }

    int nextRow() {
        return next;
    }

    void title(String text) {
        line(text, styles.title(), 26f);
    }

    void heading(String text) {
        next++;
        line(text, styles.heading(), 21f);
    }

    /** Sentences that run over the columns to their right; long ones go on in the next row. */
    void sentences(List<String> sentences) {
        for (String sentence : sentences) {
            TextWidth.lines(CellText.of(sentence), WIDEST).forEach(part -> line(part, styles.sentence(), LEAST_HEIGHT));
        }
    }

    private void line(String text, CellStyle style, float height) {
        Row row = sheet.createRow(next++);
        row.setHeightInPoints(height);
        Cell cell = row.createCell(0);
        cell.setCellValue(CellText.of(text));
        cell.setCellStyle(style);
    }

    <R> void header(List<Column<R>> columns, boolean filtered) {
        int lines = 1;
        Row row = sheet.createRow(next++);
        for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            String title = column.title().in(language);
            int button = filtered ? BUTTON : 1;
            int width =
                    Math.max(TextWidth.ofWords(title) + button, column.width().least());
            widen(i, width);
            lines = Math.max(lines, TextWidth.lines(title, width - button).size());
            Cell cell = row.createCell(i);
            cell.setCellValue(title);
            cell.setCellStyle(styles.header());
        }
        row.setHeightInPoints(height(lines) + 4);
    }

    /** Writes rows until there are none or the sheet is full. */
    <R> void rows(Block<R> block, Iterator<R> rows, int lastRow) {
        int first = next;
        while (rows.hasNext() && next < lastRow) {
            row(block, rows.next(), false);
        }
        if (next > first) {
            bars(block.columns(), first, next - 1);
        }
    }

    <R> void row(Block<R> block, R data, boolean total) {
        Tone tone = total ? Tone.STRONG : block.tone().apply(data);
        Row row = sheet.createRow(next++);
        int lines = 1;
        for (int i = 0; i < block.columns().size(); i++) {
            Column<R> column = block.columns().get(i);
            Tone own = total ? tone : column.tone().map(of -> of.apply(data)).orElse(tone);
            lines = Math.max(
                    lines, cell(row.createCell(i), i, column, column.value().apply(data), own));
        }
        if (lines > 1) {
            row.setHeightInPoints(height(lines));
        }
    }

    private static float height(int lines) {
        return Math.min(Math.max(LEAST_HEIGHT, lines * LINE_HEIGHT + 2), 400f);
    }

    /** Fills the cell and says how many lines it takes. */
    private <R> int cell(Cell cell, int at, Column<R> column, Datum datum, Tone tone) {
        Width width = column.width();
        Format format =
                datum instanceof Datum.Number number ? number.format().orElse(column.format()) : column.format();
        cell.setCellStyle(styles.of(format, tone, width.wrap()));
        if (datum instanceof Datum.Number number) {
            // A margin on both sides, so that no font turns a number into ####.
            widen(at, TextWidth.of(format.shown(number.value())) + 2);
            number(cell, number.value());
        } else if (datum instanceof Datum.Day day) {
            widen(at, 12);
            cell.setCellStyle(styles.of(Format.DAY, tone, width.wrap()));
            cell.setCellValue(DateUtil.getExcelDate(day.day()));
        } else if (datum instanceof Datum.Text text && !text.text().isEmpty()) {
            String clean = CellText.of(text.text());
            cell.setCellValue(clean);
            widen(at, Math.min(TextWidth.of(clean) + 2, width.most()));
            return width.wrap() ? TextWidth.lines(clean, width.most() - 2).size() : 1;
        }
        return 1;
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

    private <R> void bars(List<Column<R>> columns, int first, int last) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).barTo().isPresent()) {
                bar(i, first, last, columns.get(i).barTo().get());
            }
        }
    }

    private void bar(int column, int first, int last, int full) {
        SheetConditionalFormatting conditions = sheet.getSheetConditionalFormatting();
        var rule = conditions.createConditionalFormattingRule(Styles.color(BAR_COLOR));
        DataBarFormatting bar = rule.getDataBarFormatting();
        bar.getMinThreshold().setRangeType(RangeType.NUMBER);
        bar.getMinThreshold().setValue(0d);
        bar.getMaxThreshold().setRangeType(RangeType.NUMBER);
        bar.getMaxThreshold().setValue((double) full);
        bar.setWidthMin(0);
        bar.setWidthMax(100);
        conditions.addConditionalFormatting(
                new CellRangeAddress[] {new CellRangeAddress(first, last, column, column)}, rule);
    }

    /** A chart to the right of its block; the block gets as many rows as the chart needs. */
    <R> void chart(Block<R> block, Block.Chart chart, List<R> rows, int firstRow) {
        List<String> labels = new ArrayList<>();
        List<BigDecimal> values = new ArrayList<>();
        for (R row : rows) {
            labels.add(
                    block.columns().get(chart.label()).value().apply(row) instanceof Datum.Text text
                            ? CellText.of(text.text())
                            : "");
            values.add(
                    block.columns().get(chart.value()).value().apply(row) instanceof Datum.Number number
                            ? number.value()
                            : BigDecimal.ZERO);
        }
        Charts.Source source = new Charts.Source(labels, values, firstRow, firstRow + rows.size() - 1);
        Charts.draw(model, chart, source, block.columns().size() + 1, 5);
        next = Math.max(next, firstRow + Charts.ROWS);
    }

    void finish() {
        widths.forEach((column, width) -> sheet.setColumnWidth(column, width * 256));
    }
}
