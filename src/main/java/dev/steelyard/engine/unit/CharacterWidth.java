package dev.steelyard.engine.unit;

/**
 * How many columns characters take where all Latin ones take one: Chinese characters, kana, hangul, full-width forms and
 * pictures take two, combining marks none. The same under every font and locale.
 */
public final class CharacterWidth {

    private CharacterWidth() {}

    /** Of a text on one line. */
    public static int of(String text) {
        return text.codePoints().map(CharacterWidth::of).sum();
    }

    /**
     * How wide a character is on a sheet: 2 of Chinese writing, 1 of others, 0 of marks upon them.
     *
     * @param point a code point
     */
    public static int of(int point) {
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
                || point >= 0x1F000 && point <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
