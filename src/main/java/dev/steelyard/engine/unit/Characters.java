package dev.steelyard.engine.unit;

/** Which characters a text may hold, and what a spreadsheet makes of the first. */
public final class Characters {

    /** What a spreadsheet takes for the beginning of a formula, in its full-width forms too, and what it skips before one. */
    private static final String TRIGGERS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char REPLACEMENT = '\uFFFD';

    private Characters() {}

    /** Whether a spreadsheet would calculate the text instead of showing it. */
    public static boolean beginsFormula(String text) {
        return !text.isEmpty() && TRIGGERS.indexOf(text.charAt(0)) >= 0;
    }

    /** Whether the text holds nothing but characters: line ends and tabs are, other controls and non-characters are not. */
    public static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            // Most texts hold nothing else.
            if (at < ' ' || at > '~' && at < '\u00a0' || at >= Character.MIN_SURROGATE) {
                return text.codePoints().allMatch(Characters::isText);
            }
        }
        return true;
    }

    /** The same text; U+FFFD stands for what is no character. */
    public static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> isText(c) ? c : REPLACEMENT).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isText(int c) {
        boolean isControl = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
        boolean isNone = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return !isControl && !isNone && Character.getType(c) != Character.SURROGATE;
    }
}
