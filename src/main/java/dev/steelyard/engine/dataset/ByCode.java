package dev.steelyard.engine.dataset;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * An answer for each code of a {@link RowBlock.Codes}, asked for once. Not for several threads.
 */
public final class ByCode {

    /** What {@link RowBlock#OTHER} is answered by. */
    public static final int NONE = -1;

    private final IntUnaryOperator ask;

    /** The answers plus two; 0 where nobody has asked. */
    private int[] answers = new int[64];

    /** @param ask gives −1 or more for a code from {@link RowBlock#BLANK} up */
    public ByCode(IntUnaryOperator ask) {
        this.ask = ask;
    }

    /** The answer for the value with this number; asked of the rule once a number, whatever rows have it. */
    public int of(int code) {
        // So short that the first compiler puts it where it is asked.
        int[] known = answers;
        if (code < 0 || code >= known.length || known[code] == 0) {
            return first(code);
        }
        return known[code] - 2;
    }

    private int first(int code) {
        if (code < 0) {
            return NONE;
        }
        if (code >= answers.length) {
            answers = Arrays.copyOf(answers, Math.max(2 * answers.length, code + 1));
        }
        int answer = ask.applyAsInt(code);
        answers[code] = answer + 2;
        return answer;
    }
}
