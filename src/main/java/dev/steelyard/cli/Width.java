package dev.steelyard.cli;

/** How many columns of a terminal a text takes: Chinese characters take two. */
final class Width {

    private Width() {}

    static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    private static int of(int point) {
        if (Character.getType(point) == Character.NON_SPACING_MARK) {
            return 0;
        }
        boolean wide = point >= 0x1100 && point <= 0x115F
                || point >= 0x2E80 && point <= 0xA4CF
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF00 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6
                || point >= 0x20000 && point <= 0x3FFFD;
        return wide ? 2 : 1;
    }

    /** The text, followed by spaces up to the width. */
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** The text, after spaces up to the width. */
    static String rightAligned(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }
}
