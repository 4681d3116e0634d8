package dev.steelyard.output.workbook.book;

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

/** The cell styles of one workbook, each made once. */
final class Styles {

    private static final String FONT = "Microsoft YaHei";
    static final String INK = "1F2933";
    private static final String LINE = "D5DBE1";
    static final String HEADER = "DCE6F1";

    private record Key(Format format, Tone tone, boolean wrap, boolean open) {}

    private final XSSFWorkbook book;
    private final Map<Key, CellStyle> cells = new HashMap<>();
    private final XSSFFont plain;
    private final XSSFFont bold;
    private final CellStyle title;
    private final CellStyle heading;
    private final CellStyle sentence;
    private final CellStyle header;
    private final CellStyle leftHeader;

    Styles(XSSFWorkbook book) {
        this.book = book;
        this.plain = book.getFontAt(0);
        dress(plain, 10, false);
        this.bold = font(10);
        this.title = line(font(15));
        this.heading = line(font(11));
        this.sentence = line(plain);
        this.header = header(Format.WORD);
        this.leftHeader = header(Format.TEXT);
    }

    private CellStyle header(Format format) {
        XSSFCellStyle style = cell(format, HEADER, bold, true);
        style.setBorderBottom(BorderStyle.MEDIUM);
        style.setBottomBorderColor(color("7B8794"));
        return style;
    }

    private XSSFFont font(int points) {
        XSSFFont font = book.createFont();
        dress(font, points, true);
        return font;
    }

    private static void dress(XSSFFont font, int points, boolean bold) {
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(color(INK));
    }

    CellStyle title() {
        return title;
    }

    CellStyle heading() {
        return heading;
    }

    CellStyle sentence() {
        return sentence;
    }

    /** Words stand above words, and in the middle above anything else. */
    CellStyle header(boolean left) {
        return left ? leftHeader : header;
    }

    /** @param open whether no line parts it from the cell below */
    CellStyle of(Format format, Tone tone, boolean wrap, boolean open) {
        return cells.computeIfAbsent(new Key(format, tone, wrap, open), key -> {
            XSSFCellStyle style = cell(format, tone.fill(), tone.bold() ? bold : plain, wrap);
            if (open) {
                style.setBorderBottom(BorderStyle.NONE);
            }
            return style;
        });
    }

    private CellStyle line(XSSFFont font) {
        XSSFCellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setDataFormat(book.createDataFormat().getFormat(Format.TEXT.pattern()));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private XSSFCellStyle cell(Format format, String fill, XSSFFont font, boolean wrap) {
        XSSFCellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setDataFormat(book.createDataFormat().getFormat(format.pattern()));
        style.setAlignment(
                switch (format.align()) {
                    case LEFT -> HorizontalAlignment.LEFT;
                    case CENTER -> HorizontalAlignment.CENTER;
                    case RIGHT -> HorizontalAlignment.RIGHT;
                });
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setIndention((short) (format.align() == Format.Align.CENTER ? 0 : 1));
        style.setWrapText(wrap);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(color(LINE));
        if (!fill.isEmpty()) {
            style.setFillForegroundColor(color(fill));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    static XSSFColor color(String rgb) {
        byte[] bytes = new byte[3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(rgb.substring(2 * i, 2 * i + 2), 16);
        }
        return new XSSFColor(bytes, null);
    }
}
