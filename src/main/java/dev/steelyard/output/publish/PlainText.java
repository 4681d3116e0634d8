package dev.steelyard.output.publish;

import dev.steelyard.engine.unit.Characters;

/**
 * Words of an export in a csv that somebody may open in a spreadsheet: what would begin a formula there gets an apostrophe
 * before it, which spreadsheets take for "this is text", and what is no character of a text (NUL, controls, U+FFFE, half a
 * surrogate pair) becomes U+FFFD. Never used for ids and numbers.
 */
final class PlainText {

    private PlainText() {}

    static String of(String text) {
        String clean = Characters.clean(text);
        return Characters.beginsFormula(clean) ? "'" + clean : clean;
    }
}
