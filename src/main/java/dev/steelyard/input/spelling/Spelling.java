package dev.steelyard.input.spelling;

import java.text.Normalizer;
import java.util.Locale;

/** How text of an export is compared: without what cannot be seen, and without width or case where a rule says so. */
public final class Spelling {

    private Spelling() {}

    /** Spaces, controls, no-break and zero-width characters, direction marks: what nobody sees at the end of a cell. */
    public static boolean unseen(char c) {
        if (c <= ' ') {
            return true;
        }
        if (c < 0x7F) {
            return false;
        }
        return c <= 0xA0
                || c == 0xAD
                || c == 0x1680
                || c == 0x180E
                || c >= 0x2000 && c <= 0x200F
                || c >= 0x2028 && c <= 0x202F
                || c >= 0x205F && c <= 0x206F
                || c == 0x3000
                || c == 0xFEFF;
    }

    /** Without unseen characters at both ends. */
    public static String strip(String text) {
        int end = text.length();
        if (end == 0 || !unseen(text.charAt(0)) && !unseen(text.charAt(end - 1))) {
            return text;
        }
        int start = 0;
        while (start < end && unseen(text.charAt(start))) {
            start++;
        }
        while (end > start && unseen(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!unseen(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * Compatibility forms folded (NFKC), which turns full-width digits and signs into plain ones, and stripped. No digit comes
     * out that nobody wrote: of 5², ① or ½ only full-width characters are folded.
     */
    public static String plain(String text) {
        if (isAscii(text)) {
            return strip(text);
        }
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return strip(digits(folded) == digits(text) ? folded : halfWidth(text));
    }

    /** Plain digits and full-width ones. */
    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' || c >= '０' && c <= '９' ? 1 : 0;
        }
        return digits;
    }

    /** Without any unseen character. */
    public static String withoutBlanks(String text) {
        int i = 0;
        while (i < text.length() && !unseen(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        for (i = 0; i < text.length(); i++) {
            if (!unseen(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    /** A control character within text, other than tabs and line ends, or what no XML can hold; −1 where there is none. */
    public static int control(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r'
                    || c >= 0x7F && c < 0xA0 && c != 0x85
                    || c >= 0xFFFE
                    || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE && !isPaired(text, i)) {
                return c;
            }
        }
        return -1;
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /** The form in which headers, choices and key words are compared: NFKC, lower case, no unseen character at all. */
    public static String compact(String text) {
        String lower = plain(text).toLowerCase(Locale.ROOT);
        return withoutBlanks(lower);
    }

    /** Full-width ASCII as half-width: the one folding that an id gets. */
    public static String halfWidth(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xFF01 && c <= 0xFF5E) {
                char[] folded = text.toCharArray();
                for (int j = i; j < folded.length; j++) {
                    if (folded[j] >= 0xFF01 && folded[j] <= 0xFF5E) {
                        folded[j] -= 0xFEE0;
                    }
                }
                return new String(folded);
            }
        }
        return text;
    }

    /** Text of a workbook, in which control characters stand as {@code _x000D_}. */
    public static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        for (; at >= 0; at = text.indexOf("_x", at)) {
            int code = at + 7 <= text.length() && text.charAt(at + 6) == '_' ? hex(text, at + 2, at + 6) : -1;
            if (code < 0) {
                at += 2;
                continue;
            }
            plain.append(text, from, at).append((char) code);
            at += 7;
            from = at;
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static int hex(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    /** At most 200 characters, for messages. */
    public static String shown(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
