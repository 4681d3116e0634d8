package dev.steelyard.output.workbook.book;

import java.util.regex.Pattern;

/** Makes any text one that a cell can hold: what XML forbids replaced, what spreadsheets decode kept literal, cut. */
final class CellText {

    /** The most characters that a cell holds. */
    static final int LONGEST = 32_767;

    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private CellText() {}

    static String of(String text) {
        return isFine(text) ? text : cleaned(text);
    }

    /** Most texts are: they cost one look at each character. */
    private static boolean isFine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            boolean plain = at >= ' ' && at < Character.MIN_SURROGATE || at > Character.MAX_SURROGATE && at < 0xFFFE;
            if (!plain && at != '\n' || at == '_') {
                return false;
            }
        }
        return text.length() <= LONGEST;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .forEach(point -> clean.appendCodePoint(isAllowed(point) ? point : '\uFFFD'));
        // A cell's _x0041_ would be shown as A: its underscore is written as _x005F_.
        String literal = ESCAPE.matcher(clean).replaceAll("_x005F_");
        return literal.length() <= LONGEST ? literal : cut(literal);
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point >= 0x20 && point < 0xD800
                || point > 0xDFFF && point < 0xFFFE
                || point > 0xFFFF;
    }

    private static String cut(String text) {
        int end = LONGEST - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
