package dev.steelyard.engine.trace;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.said.Speech;
import java.math.BigDecimal;

/** What stands at a step, exactly as it is printed. */
public sealed interface Figure {

    /** How a number is read. */
    enum Style {
        /** As it stands. */
        PLAIN,
        /** The number is a fraction, printed times 100 with a percent sign. */
        PERCENT
    }

    /**
     * A number. Whoever computes on takes it as it stands here: what was rounded for print was rounded to this scale.
     *
     * @param rounded whether the true number has more places than these
     */
    record Number(BigDecimal number, Style style, boolean rounded) implements Figure {}

    /** A grade, a status: no number. */
    record Word(Said word) implements Figure {}

    /** No value. */
    record Missing() implements Figure {}

    Figure MISSING = new Missing();

    /** A number with the decimals that it has. */
    static Number plain(BigDecimal number) {
        return new Number(number, Style.PLAIN, false);
    }

    /** A whole number. */
    static Number whole(long number) {
        return plain(BigDecimal.valueOf(number));
    }

    /** A word where no number can stand. */
    static Word word(Said word) {
        return new Word(word);
    }

    /** The number's printed form, without thousands separators: {@code 83.50}, {@code 104.5679%}. */
    static String text(BigDecimal number, Style style) {
        return style == Style.PERCENT ? number.movePointRight(2).toPlainString() + "%" : number.toPlainString();
    }

    /** As it is shown: the number in its style, the word, or a dash for nothing. */
    default Said said() {
        if (this instanceof Number number) {
            return Said.text(text(number.number(), number.style()));
        }
        return this instanceof Word word ? word.word() : Said.text("—");
    }

    /** The same as text. */
    default String in(Speech speech) {
        return speech.say(said());
    }

    /** The same, a number of five digits and more with thousands separators. */
    default String grouped(Speech speech) {
        String text = in(speech);
        if (!(this instanceof Number)) {
            return text;
        }
        int start = text.startsWith("-") ? 1 : 0;
        int end = start;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        StringBuilder grouped = new StringBuilder(text);
        if (end - start > 4) {
            for (int at = end - 3; at > start; at -= 3) {
                grouped.insert(at, ',');
            }
        }
        return grouped.toString();
    }
}
