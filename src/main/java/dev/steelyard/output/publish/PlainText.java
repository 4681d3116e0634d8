package dev.steelyard.output.publish;

/**
 * Words of an export in a csv that finance may open in a spreadsheet: what would begin a formula there gets an apostrophe
 * before it, which spreadsheets take for "this is text". Never used for numbers.
 */
final class PlainText {

    /** What a spreadsheet takes for the beginning of a formula, in its full-width forms too, and what it skips before one. */
    private static final String TRIGGERS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private PlainText() {}

    static String of(String text) {
        return !text.isEmpty() && TRIGGERS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
