package dev.steelyard.output.workbook.book;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a column's cells look: the spreadsheet's format and where the content stands. */
public enum Format {
    /** Texts and ids: kept as they are, however much they look like numbers, dates or formulas. */
    TEXT("@", Align.LEFT, -1),
    /** One word: a grade, a status, a sign. */
    WORD("@", Align.CENTER, -1),
    /** A number as it was printed elsewhere, to the digit. */
    FIGURE("@", Align.RIGHT, -1),
    RANK("0", Align.CENTER, 0),
    COUNT("#,##0", Align.RIGHT, 0),
    POINTS("0.00", Align.RIGHT, 2),
    NUMBER("#,##0.00", Align.RIGHT, 2),
    MONEY("#,##0.00", Align.RIGHT, 2),
    PERCENT("0.00%", Align.RIGHT, 2),
    /** A number with as many decimals as it has. */
    PLAIN("General", Align.RIGHT, -1),
    DAY("yyyy-mm-dd", Align.CENTER, -1);

    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    private final String pattern;
    private final Align align;
    private final int decimals;

    Format(String pattern, Align align, int decimals) {
        this.pattern = pattern;
        this.align = align;
        this.decimals = decimals;
    }

    String pattern() {
        return pattern;
    }

    Align align() {
        return align;
    }

    /** The number as a spreadsheet shows it in this format, under no locale. */
    public String shown(BigDecimal value) {
        BigDecimal number = this == PERCENT ? value.movePointRight(2) : value;
        if (decimals < 0) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        String text = number.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        return (pattern.startsWith("#,") ? grouped(text) : text) + (this == PERCENT ? "%" : "");
    }

    /** How many characters {@link #shown} takes; most numbers are not written for that. */
    int digits(BigDecimal value) {
        if (decimals < 0 || this == PERCENT || value.scale() > decimals || value.scale() < 0) {
            return TextWidth.of(shown(value));
        }
        int whole = Math.max(1, value.precision() - value.scale());
        int commas = pattern.startsWith("#,") ? (whole - 1) / 3 : 0;
        return (value.signum() < 0 ? 1 : 0) + whole + commas + (decimals > 0 ? decimals + 1 : 0);
    }

    /** The number with all of its decimals and thousands separators, whatever the format. */
    public static String grouped(BigDecimal value) {
        return grouped(value.toPlainString());
    }

    private static String grouped(String text) {
        int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        int first = text.startsWith("-") ? 1 : 0;
        StringBuilder grouped = new StringBuilder(text);
        for (int at = point - 3; at > first; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }
}
