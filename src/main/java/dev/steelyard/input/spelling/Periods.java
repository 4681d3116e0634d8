package dev.steelyard.input.spelling;

import dev.steelyard.engine.calendar.Period;

/**
 * Reads the periods that people write (rulings 7, 121): {@code 2026-09}, {@code 2026/9}, {@code 2026.09}, {@code 202609},
 * {@code 2026年9月}, {@code 2026年09月份}; {@code 2026-Q3}, {@code 2026Q3}, {@code 2026年第三季度}; {@code 2026}, {@code 2026年},
 * {@code 2026年度}. What reads twice is none: {@code 2026.1} is January, or October of which a spreadsheet left out the nought.
 */
public final class Periods {

    private static final String NUMERALS = "一二三四";

    private final String text;
    private int at;

    private Periods(String text) {
        this.text = text;
    }

    /** The period, or null where the text, without blanks and in half width, is none. */
    public static Period read(String text) {
        return text.length() < 4 ? null : new Periods(text).read();
    }

    private Period read() {
        int year = number(4);
        if (year < 1900) {
            return null;
        }
        if (rest("") || rest("年") || rest("年度")) {
            return Period.year(year);
        }
        boolean chinese = skip('年');
        char separator = chinese || at == text.length() ? ' ' : text.charAt(at);
        boolean separated = !chinese && (separator == '-' || separator == '/' || separator == '.');
        at += separated ? 1 : 0;
        Period quarter = quarter(year);
        if (quarter != null) {
            return quarter;
        }
        int start = at;
        int month = number(2);
        int digits = at - start;
        boolean ends = chinese ? rest("月") || rest("月份") : rest("");
        boolean twice = !chinese && digits == 1 && (!separated || separator == '.' && month == 1);
        return ends && !twice && month >= 1 && month <= 12 ? Period.month(year, month) : null;
    }

    private Period quarter(int year) {
        int start = at;
        boolean ordinal = skip('第');
        boolean letter = !ordinal && (skip('Q') || skip('q'));
        int quarter = at < text.length() ? NUMERALS.indexOf(text.charAt(at)) + 1 : 0;
        at += quarter > 0 ? 1 : 0;
        quarter = quarter > 0 ? quarter : number(1);
        boolean ends = letter ? rest("") || rest("季度") : rest("季度") || rest("季") || rest("Q") || rest("q");
        if (ends && quarter >= 1 && quarter <= 4) {
            return Period.quarter(year, quarter);
        }
        at = start;
        return null;
    }

    private boolean rest(String expected) {
        return text.length() - at == expected.length() && text.endsWith(expected);
    }

    private boolean skip(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    /** At most so many digits; −1 where there is none, or fewer than four of a year. */
    private int number(int most) {
        int value = 0;
        int start = at;
        while (at < text.length() && at - start < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            value = value * 10 + text.charAt(at++) - '0';
        }
        return at == start ? -1 : value;
    }
}
