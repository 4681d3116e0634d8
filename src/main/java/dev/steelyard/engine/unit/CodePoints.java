package dev.steelyard.engine.unit;

import java.util.Comparator;

/** The order of ids and names: by Unicode code point, the same under every locale (rulings 43, 62). */
public final class CodePoints {

    public static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String left, String right) {
        int at = 0;
        int end = Math.min(left.length(), right.length());
        while (at < end && left.charAt(at) == right.charAt(at)) {
            at++;
        }
        if (at == end) {
            return Integer.compare(left.length(), right.length());
        }
        char l = left.charAt(at);
        char r = right.charAt(at);
        // A surrogate stands for a code point above all that fit in one char.
        if (Character.isSurrogate(l) != Character.isSurrogate(r)) {
            return Character.isSurrogate(l) ? 1 : -1;
        }
        return Character.compare(l, r);
    }
}
