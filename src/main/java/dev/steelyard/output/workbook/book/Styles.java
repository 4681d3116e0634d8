package dev.steelyard.output.workbook.book;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.BuiltinFormats;

/** The cell styles of one workbook: those that its cells ask for, by their numbers. */
final class Styles {

    private static final String FONT = "Microsoft YaHei";
    static final String INK = "1F2933";
    static final String HEADER = "DCE6F1";
    private static final String LINE = "D5DBE1";
    private static final String HEADER_LINE = "7B8794";

    /** The spreadsheet's own formats have lower numbers. */
    private static final int FIRST_FORMAT = 164;

    private static final int TONES = Tone.values().length;

    /** The first two fills are the format's own. */
    private static final int OWN_FILLS = 2;

    /** Points, by the number of the font; all but the first are bold. */
    private static final int[] FONTS = {10, 10, 15, 11};

    private static final int PLAIN = 0;
    private static final int BOLD = 1;
    private static final int LARGE = 2;
    private static final int HEADING = 3;

    /** No line, one below, and one below a header. */
    private enum Border {
        NONE,
        THIN,
        MEDIUM
    }

    private final List<String> written = new ArrayList<>();

    /** Style numbers by what is asked for; 0, the default, where nobody has. */
    private final int[] cells = new int[Format.values().length * TONES * 4];

    private final int title;
    private final int heading;
    private final int sentence;
    private final int header;
    private final int leftHeader;
    private final int overHeader;

    Styles() {
        add("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
        this.title = line(LARGE);
        this.heading = line(HEADING);
        this.sentence = line(PLAIN);
        int fill = OWN_FILLS + Tone.values().length;
        this.header = cell(Format.WORD, BOLD, fill, Border.MEDIUM, true);
        this.leftHeader = cell(Format.TEXT, BOLD, fill, Border.MEDIUM, true);
        this.overHeader = cell(Format.TEXT, BOLD, fill, Border.MEDIUM, false);
    }

    int title() {
        return title;
    }

    int heading() {
        return heading;
    }

    int sentence() {
        return sentence;
    }

    /** Words stand above words, and in the middle above anything else. */
    int header(boolean left) {
        return left ? leftHeader : header;
    }

    /** Words above words, which go on to the right. */
    int headerOver() {
        return overHeader;
    }

    /** @param open whether no line parts it from the cell below */
    int of(Format format, Tone tone, boolean wrap, boolean open) {
        int at = ((format.ordinal() * TONES + tone.ordinal()) * 2 + (wrap ? 1 : 0)) * 2 + (open ? 1 : 0);
        if (cells[at] == 0) {
            cells[at] = cell(
                    format,
                    tone.bold() ? BOLD : PLAIN,
                    tone.fill().isEmpty() ? 0 : OWN_FILLS + tone.ordinal(),
                    open ? Border.NONE : Border.THIN,
                    wrap);
        }
        return cells[at];
    }

    private int line(int font) {
        return add("<xf numFmtId=\"" + number(Format.TEXT) + "\" fontId=\"" + font
                + "\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyAlignment=\"1\">"
                + "<alignment vertical=\"center\"/></xf>");
    }

    private int cell(Format format, int font, int fill, Border border, boolean wrap) {
        return add("<xf numFmtId=\"" + number(format) + "\" fontId=\"" + font + "\" fillId=\"" + fill + "\" borderId=\""
                + border.ordinal() + "\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\""
                + " applyBorder=\"1\" applyAlignment=\"1\"><alignment horizontal=\""
                + switch (format.align()) {
                    case LEFT -> "left\" indent=\"1";
                    case CENTER -> "center";
                    case RIGHT -> "right\" indent=\"1";
                }
                + "\" vertical=\"center\"" + (wrap ? " wrapText=\"1\"" : "") + "/></xf>");
    }

    private int add(String xf) {
        written.add(xf);
        return written.size() - 1;
    }

    private static int number(Format format) {
        int builtin = BuiltinFormats.getBuiltinFormat(format.pattern());
        return builtin < 0 ? FIRST_FORMAT + format.ordinal() : builtin;
    }

    /** Writes the part. */
    void write(Xml xml) {
        xml.markup(Xml.PROLOGUE)
                .markup("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        List<Format> own = List.of(Format.values()).stream()
                .filter(format -> number(format) >= FIRST_FORMAT)
                .toList();
        xml.markup("<numFmts count=\"").number(own.size()).markup("\">");
        own.forEach(format -> xml.markup("<numFmt numFmtId=\"")
                .number(number(format))
                .markup("\" formatCode=\"")
                .text(format.pattern())
                .markup("\"/>"));
        xml.markup("</numFmts><fonts count=\"").number(FONTS.length).markup("\">");
        for (int i = 0; i < FONTS.length; i++) {
            xml.markup(i == PLAIN ? "<font><sz val=\"" : "<font><b/><sz val=\"")
                    .number(FONTS[i])
                    .markup("\"/><color rgb=\"FF" + INK + "\"/><name val=\"" + FONT + "\"/><family val=\"2\"/></font>");
        }
        fills(xml.markup("</fonts>"));
        xml.markup("<borders count=\"3\">" + border("<bottom/>"))
                .markup(border("<bottom style=\"thin\"><color rgb=\"FF" + LINE + "\"/></bottom>"))
                .markup(border("<bottom style=\"medium\"><color rgb=\"FF" + HEADER_LINE + "\"/></bottom>"))
                .markup("</borders><cellStyleXfs count=\"1\">")
                .markup("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"")
                .number(written.size())
                .markup("\">");
        written.forEach(xml::markup);
        xml.markup(
                        "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>")
                .markup("</styleSheet>")
                .flush();
    }

    private static void fills(Xml xml) {
        xml.markup("<fills count=\"").number(OWN_FILLS + Tone.values().length + 1);
        xml.markup(
                "\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>");
        for (Tone tone : Tone.values()) {
            fill(tone.fill(), xml);
        }
        fill(HEADER, xml);
        xml.markup("</fills>");
    }

    private static void fill(String rgb, Xml xml) {
        xml.markup(
                rgb.isEmpty()
                        ? "<fill><patternFill patternType=\"none\"/></fill>"
                        : "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF" + rgb
                                + "\"/></patternFill></fill>");
    }

    private static String border(String bottom) {
        return "<border><left/><right/><top/>" + bottom + "<diagonal/></border>";
    }
}
