package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.spelling.Fault;
import dev.steelyard.input.spelling.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is wrong with a text that is no value of its column. */
final class CellFaults {

    private CellFaults() {}

    /** Why a text is no value of the column's type. */
    static Fault of(DatasetColumn column, String text) {
        Fault spoilt = spoilt(text);
        if (spoilt != null) {
            return spoilt;
        }
        return switch (column.type()) {
            case NUMBER, AMOUNT -> notANumber(text);
                // Without an upper bound it may as well be an amount or a count, as targets are.
            case PERCENT -> column.max().isEmpty() ? notANumber(text) : Fault.of(ProblemCode.CELL_NOT_A_PERCENT, text);
            case DATE -> Fault.of(ProblemCode.CELL_NOT_A_DATE, text);
            case DATE_TIME -> Fault.of(ProblemCode.CELL_NOT_A_DATE_TIME, text);
            case YES_NO -> Fault.of(ProblemCode.CELL_NOT_YES_NO, text);
            case PERIOD -> Fault.of(ProblemCode.CELL_NOT_A_PERIOD, text);
            case CHOICE -> new Fault(ProblemCode.CELL_NOT_A_CHOICE, text, Map.of("choices", allowed(column)));
            case TEXT, LIST -> throw new IllegalStateException("any text will do");
        };
    }

    private static Fault notANumber(String text) {
        return new Fault(ProblemCode.CELL_NOT_A_NUMBER, text, Map.of("detail", oddCharacter(text)));
    }

    private static String allowed(DatasetColumn column) {
        List<String> allowed = new ArrayList<>();
        column.choices()
                .forEach((canonical, others) ->
                        allowed.add(others.isEmpty() ? canonical : canonical + " (" + String.join(", ", others) + ")"));
        return String.join(", ", allowed);
    }

    /** Which character is to blame, as {@code  (4: “O”)}; blank where it is not one alone. */
    private static String oddCharacter(String text) {
        String odd = "";
        String plain = Spelling.plain(text);
        for (int i = 0; i < plain.length(); i++) {
            if ("0123456789+-.,()¥ ".indexOf(plain.charAt(i)) < 0) {
                if (!odd.isEmpty()) {
                    return "";
                }
                odd = " (" + (i + 1) + ": “" + plain.substring(i, plain.offsetByCodePoints(i, 1)) + "”)";
                i = plain.offsetByCodePoints(i, 1) - 1;
            }
        }
        return odd;
    }

    /** A text that nothing can keep. */
    static Fault tooLong(String text, int limit) {
        return new Fault(
                ProblemCode.CELL_TOO_LONG,
                text.substring(0, 40) + "…",
                Map.of("length", Integer.toString(text.length()), "limit", Integer.toString(limit)));
    }

    /** Text that was decoded wrongly, or holds what nobody can have written. */
    static Fault spoilt(String text) {
        int plain = 0;
        while (plain < text.length() && text.charAt(plain) >= ' ' && text.charAt(plain) < 0x7F) {
            plain++;
        }
        if (plain == text.length()) {
            return null;
        }
        int control = Spelling.control(text);
        if (control >= 0) {
            return new Fault(
                    ProblemCode.CELL_CONTROL, text, Map.of("detail", String.format(Locale.ROOT, "U+%04X", control)));
        }
        return Garbled.meant(text)
                .map(meant -> new Fault(ProblemCode.CELL_GARBLED, text, Map.of("meant", meant)))
                .orElse(null);
    }
}
