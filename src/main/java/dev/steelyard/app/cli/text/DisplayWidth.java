package dev.steelyard.app.cli.text;

import dev.steelyard.engine.unit.CharacterWidth;

/** How many columns of a terminal a text takes: Chinese characters take two. */
public final class DisplayWidth {

    private DisplayWidth() {}

    public static int of(String text) {
        return CharacterWidth.of(text);
    }

    /** The text, followed by spaces up to the width. */
    public static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** The text, after spaces up to the width. */
    public static String rightAligned(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }
}
