package dev.steelyard.input.spelling;

import java.math.BigDecimal;

/**
 * Reads the numbers that people and systems write (rulings 90): sign, digits, point, well-formed thousands, full-width
 * digits, {@code (1,234.50)} or {@code 1,234.50-} for minus, a yuan sign before or behind. No exponent: that is a damaged
 * number or an id; and no other digits: ⁵ and ① are none.
 *
 * <p>Not for several threads: it remembers the last number as a long, so that sums need no {@code BigDecimal}.
 */
public final class NumberReader {

    private static final int LONGEST = 40;

    private long unscaled;
    private int scale;

    /** The number, or null where the text is none. The text is stripped and not blank. */
    public BigDecimal read(String text) {
        int length = text.length();
        int at = 0;
        char first = text.charAt(0);
        if (first == '-' || first == '+') {
            at = 1;
        }
        if (length - at > 18 || length == at) {
            return readSlowly(text);
        }
        long digits = 0;
        int point = -1;
        for (; at < length; at++) {
            int digit = text.charAt(at) - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (digit == '.' - '0' && point < 0) {
                point = at;
            } else {
                return readSlowly(text);
            }
        }
        if (point >= 0 && (point == 0 ? length == 1 : length == 2 && first < '0')) {
            return null; // a point alone, with or without a sign
        }
        scale = point < 0 ? 0 : length - 1 - point;
        unscaled = first == '-' ? -digits : digits;
        return BigDecimal.valueOf(unscaled, scale);
    }

    /**
     * Reads plain digits with or without a point and a sign, as systems write numbers, as {@link #unscaled} and {@link #scale}.
     *
     * @return false for every other spelling
     */
    public boolean plain(byte[] bytes, int from, int to) {
        boolean negative = from < to && bytes[from] == '-';
        int at = negative ? from + 1 : from;
        if (to - at > 18 || at >= to || bytes[at] == '.') {
            return false;
        }
        long digits = 0;
        int point = -1;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (digit == '.' - '0' && point < 0) {
                point = at;
            } else {
                return false;
            }
        }
        scale = point < 0 ? 0 : to - 1 - point;
        unscaled = negative ? -digits : digits;
        return true;
    }

    /** The last number without its point, as far as {@link #scale} is not negative. */
    public long unscaled() {
        return unscaled;
    }

    /** The decimals of the last number; −1 where it did not fit a long. */
    public int scale() {
        return scale;
    }

    /** Makes a sheet's number the last one. */
    public void remember(BigDecimal number) {
        boolean fits = number.scale() >= 0 && number.scale() < 16 && number.precision() <= 18;
        scale = fits ? number.scale() : -1;
        unscaled = fits ? number.unscaledValue().longValue() : 0;
    }

    private BigDecimal readSlowly(String raw) {
        scale = -1;
        if (raw.length() > LONGEST) {
            return null;
        }
        String text = Spelling.strip(Spelling.halfWidth(raw));
        boolean negative = false;
        if (text.startsWith("(") && text.endsWith(")")) {
            negative = true;
            text = Spelling.strip(text.substring(1, text.length() - 1));
        }
        StringBuilder digits = new StringBuilder(text.length());
        int at = 0;
        boolean signed = negative;
        boolean currency = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!signed && (c == '-' || c == '\u2212' || c == '+')) {
                signed = true;
                negative = c != '+';
            } else if (!currency && isYuan(c)) {
                currency = true;
            } else if (c != ' ') {
                break;
            }
        }
        int end = text.length();
        for (; end > at; end--) {
            char c = text.charAt(end - 1);
            if (!signed && (c == '-' || c == '\u2212')) {
                signed = true;
                negative = true;
            } else if (!currency && (isYuan(c) || c == '元')) {
                currency = true;
            } else if (c != ' ') {
                break;
            }
        }
        text = text.substring(0, end);
        if (!cutThousands(text, at, digits)) {
            return null;
        }
        BigDecimal value = new BigDecimal(digits.toString());
        value = negative ? value.negate() : value;
        remember(value);
        return value;
    }

    private static boolean isYuan(char c) {
        return c == '¥' || c == '￥';
    }

    /** Digits with commas either nowhere or after each third digit before the point; at least one digit. */
    private static boolean cutThousands(String text, int from, StringBuilder digits) {
        int group = 0;
        int commas = 0;
        boolean fraction = false;
        boolean any = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                group++;
                any = true;
            } else if (c == ',' && !fraction && group > 0 && (commas == 0 ? group <= 3 : group == 3)) {
                commas++;
                group = 0;
            } else if (c == '.' && !fraction && (commas == 0 || group == 3)) {
                fraction = true;
                digits.append(c);
            } else {
                return false;
            }
        }
        return any && (fraction || commas == 0 || group == 3);
    }
}
