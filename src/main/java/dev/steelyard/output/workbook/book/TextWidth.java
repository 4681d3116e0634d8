package dev.steelyard.output.workbook.book;

import dev.steelyard.engine.unit.CharacterWidth;
import java.util.ArrayList;
import java.util.List;

/** How much room a text takes, in digits, by own rule: no font is asked. */
public final class TextWidth {

    private static final int TENTHS = 10;

    /** Chinese breaks anywhere, but not into single characters. */
    private static final int CHINESE_WORD = 8;

    private TextWidth() {}

    /** The width of the widest line. */
    public static int of(String text) {
        int plain = 0;
        while (plain < text.length() && text.charAt(plain) < 0x300 && text.charAt(plain) != '\n') {
            plain++;
        }
        int widest = plain;
        int width = plain;
        for (int i = plain; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            width = point == '\n' ? 0 : width + of(point);
            widest = Math.max(widest, width);
        }
        return widest;
    }

    /** The width of the widest part that cannot be broken. */
    static int ofWords(String text) {
        int widest = 0;
        int word = 0;
        boolean latin = true;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == ' ' || point == '\n') {
                widest = Math.max(widest, latin ? word : Math.min(word, CHINESE_WORD));
                word = 0;
                latin = true;
            } else {
                word += of(point);
                latin &= of(point) < 2;
            }
        }
        return Math.max(widest, latin ? word : Math.min(word, CHINESE_WORD));
    }

    /** The lines that the text takes in a column of that width; Chinese breaks anywhere, other words at spaces. */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            breakInto(lines, text.substring(from, end), width);
            from = end + 1;
        }
        breakInto(lines, text.substring(from), width);
        return lines;
    }

    private static void breakInto(List<String> lines, String paragraph, int width) {
        String rest = paragraph;
        int end = fitting(rest, width);
        while (end < rest.length()) {
            int space = rest.lastIndexOf(' ', end);
            boolean inWord = of(rest.codePointBefore(end)) < 2 && of(rest.codePointAt(end)) < 2 && space > end / 2;
            int cut = inWord ? space + 1 : end;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
            end = fitting(rest, width);
        }
        lines.add(rest);
    }

    /** How much of the text fits, at least one character. */
    private static int fitting(String text, int width) {
        int room = width * TENTHS;
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            room -= tenths(point);
            if (room < 0) {
                break;
            }
            i += Character.charCount(point);
        }
        // Closing punctuation does not begin a line.
        boolean hangs = i < text.length() && "，。；：、！？）」』”".indexOf(text.charAt(i)) >= 0;
        return Math.max(hangs && i > 1 ? i - 1 : i, Math.min(1, text.length()));
    }

    /** In running text letters are narrower than digits, and spaces narrower still. */
    private static int tenths(int point) {
        return point == ' ' ? 6 : point >= 'a' && point <= 'z' ? 9 : of(point) * TENTHS;
    }

    /** Chinese fonts draw dashes, arrows, signs and quotation marks as wide as their characters. */
    private static int of(int point) {
        if (point < 0x300) {
            return 1;
        }
        return point >= 0x2010 && point <= 0x2E7F ? 2 : CharacterWidth.of(point);
    }
}
