package dev.steelyard.output.workbook.template;

import dev.steelyard.engine.dataset.DatasetColumn;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of a template, each made once. */
final class TemplateStyles {

    private static final String FONT = "Microsoft YaHei";
    private static final byte[] INK = {0x1F, 0x29, 0x33};
    private static final byte[] QUIET_INK = {0x61, 0x6E, 0x7C};
    private static final byte[] HEADER = {(byte) 0xDC, (byte) 0xE6, (byte) 0xF1};
    private static final byte[] REQUIRED = {(byte) 0x92, (byte) 0xC5, (byte) 0xDE};
    private static final byte[] EXAMPLE = {(byte) 0xF2, (byte) 0xF2, (byte) 0xF2};
    private static final byte[] LINE = {(byte) 0xD5, (byte) 0xDB, (byte) 0xE1};

    private static final byte[] EDGE = {0x7B, (byte) 0x87, (byte) 0x94};

    private final XSSFWorkbook book;
    private final Map<String, CellStyle> cells = new HashMap<>();
    private final XSSFFont plain;
    private final XSSFFont bold;
    private final XSSFFont italic;
    private final XSSFFont large;

    TemplateStyles(XSSFWorkbook book) {
        this.book = book;
        this.plain = dress(book.getFontAt(0), 10, INK);
        this.bold = dress(book.createFont(), 10, INK);
        bold.setBold(true);
        this.italic = dress(book.createFont(), 10, QUIET_INK);
        italic.setItalic(true);
        this.large = dress(book.createFont(), 15, INK);
        large.setBold(true);
    }

    private static XSSFFont dress(XSSFFont font, int points, byte[] color) {
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setColor(new XSSFColor(color, null));
        return font;
    }

    /** Stands as what is below it does. */
    CellStyle header(DatasetColumn column, boolean required) {
        HorizontalAlignment align = blank(column).getAlignment();
        return header(required, align);
    }

    /** The header of a table of words. */
    CellStyle header() {
        return header(false, HorizontalAlignment.LEFT);
    }

    private CellStyle header(boolean required, HorizontalAlignment align) {
        return cells.computeIfAbsent("header" + required + align, key -> {
            XSSFCellStyle style = cell("@", bold, required ? REQUIRED : HEADER);
            style.setAlignment(align);
            style.setIndention((short) (align == HorizontalAlignment.CENTER ? 0 : 1));
            style.setBorderBottom(BorderStyle.MEDIUM);
            style.setBottomBorderColor(new XSSFColor(EDGE, null));
            return style;
        });
    }

    /** Cells to be filled in. */
    CellStyle blank(DatasetColumn column) {
        String format = format(column);
        return cells.computeIfAbsent("blank" + format, key -> cell(format, plain, null));
    }

    CellStyle example(DatasetColumn column) {
        String format = format(column);
        return cells.computeIfAbsent("example" + format, key -> cell(format, italic, EXAMPLE));
    }

    CellStyle title() {
        return cells.computeIfAbsent("title", key -> flush(large));
    }

    CellStyle sentence() {
        return cells.computeIfAbsent("sentence", key -> flush(plain));
    }

    CellStyle wrapped() {
        return cells.computeIfAbsent("wrapped", key -> {
            XSSFCellStyle style = cell("@", plain, null);
            style.setWrapText(true);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBottomBorderColor(new XSSFColor(LINE, null));
            return style;
        });
    }

    /** At the very edge of the sheet. */
    private XSSFCellStyle flush(XSSFFont font) {
        XSSFCellStyle style = cell("@", font, null);
        style.setIndention((short) 0);
        return style;
    }

    private static String format(DatasetColumn column) {
        return switch (column.type()) {
            case NUMBER, AMOUNT -> "General";
            case PERCENT -> ColumnWords.isShare(column) ? "0.00%" : "General";
            case DATE -> "yyyy-mm-dd";
            case DATE_TIME -> "yyyy-mm-dd hh:mm";
            default -> "@";
        };
    }

    private XSSFCellStyle cell(String format, XSSFFont font, byte[] fill) {
        XSSFCellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setDataFormat(book.createDataFormat().getFormat(format));
        boolean day = format.startsWith("y");
        style.setAlignment(
                format.equals("@")
                        ? HorizontalAlignment.LEFT
                        : day ? HorizontalAlignment.CENTER : HorizontalAlignment.RIGHT);
        style.setIndention((short) (day ? 0 : 1));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (fill != null) {
            style.setFillForegroundColor(new XSSFColor(fill, null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }
}
