package dev.steelyard.input.exports;

import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.spelling.Fault;
import dev.steelyard.input.spelling.Spelling;
import java.util.Map;
import java.util.Set;

/** Reads ids, which other rows name: in one width, and not as a spreadsheet spoils them. */
final class IdText {

    /** What the ledger keeps of an id at most: ids are keys of its tables. */
    static final int LONGEST_ID = 200;

    /** What spreadsheets take for the beginning of a formula. */
    private static final String FORMULA = "=+-@";

    private IdText() {}

    /**
     * The id, or a {@link Fault}.
     *
     * @param nothing spellings that mean that there is none
     */
    static Object read(String text, Set<String> nothing) {
        String folded = Spelling.strip(Spelling.halfWidth(text));
        if (folded.length() > LONGEST_ID) {
            return CellFaults.tooLong(folded, LONGEST_ID);
        }
        if (FORMULA.indexOf(folded.charAt(0)) >= 0 && !nothing.contains(folded)) {
            return new Fault(ProblemCode.CELL_FORMULA, text, Map.of("sign", folded.substring(0, 1)));
        }
        return scientific(folded) ? Fault.of(ProblemCode.CELL_DAMAGED_ID, text) : folded;
    }

    /** {@code 1.23E+05}, {@code 6.2E18}, {@code 1E+10}: with a point or a signed exponent; 12E3 may be a code. */
    private static boolean scientific(String text) {
        int e = text.indexOf('E');
        e = e < 0 ? text.indexOf('e') : e;
        if (e < 1 || e == text.length() - 1 || !isDigit(text.charAt(0))) {
            return false;
        }
        boolean point = false;
        for (int i = 1; i < e; i++) {
            if (text.charAt(i) == '.' && i == 1) {
                point = true;
            } else if (!isDigit(text.charAt(i)) || !point) {
                return false;
            }
        }
        boolean signed = text.charAt(e + 1) == '+' || text.charAt(e + 1) == '-';
        for (int i = signed ? e + 2 : e + 1; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return (point || signed) && isDigit(text.charAt(text.length() - 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
