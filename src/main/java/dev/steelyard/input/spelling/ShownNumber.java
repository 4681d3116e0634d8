package dev.steelyard.input.spelling;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number that its cell shows with digits or letters that it does not hold: 123 under {@code 000000} reads 000123. What a
 * person wrote is what is shown: an id is read so, an amount by its number.
 */
public record ShownNumber(BigDecimal number, String text) {

    /** A number format of fixed digits and letters, {@code 000000} or {@code "HB-"0000}: zeros are digits, the rest stands as it is. */
    public record Format(String pattern, int digits) {

        private static final char DIGIT = '\0';
        private static final String PLAIN = "-+ ()";

        /** Empty where the format shows a number as numbers are shown. */
        public static Optional<Format> of(String code) {
            StringBuilder pattern = new StringBuilder();
            int digits = 0;
            for (int i = 0; i < code.length(); i++) {
                char c = code.charAt(i);
                if (c == ';') {
                    break; // of negative numbers
                } else if (c == '0') {
                    pattern.append(DIGIT);
                    digits++;
                } else if (c == '"') {
                    int close = code.indexOf('"', i + 1);
                    pattern.append(code, i + 1, close < 0 ? code.length() : close);
                    i = close < 0 ? code.length() : close;
                } else if (c == '\\' && i + 1 < code.length()) {
                    pattern.append(code.charAt(++i));
                } else if (c == '_' || c == '*') {
                    i++;
                } else if (c == '[') {
                    int close = code.indexOf(']', i);
                    i = close < 0 ? code.length() : close;
                } else if (c > 0x7F || PLAIN.indexOf(c) >= 0) {
                    pattern.append(c);
                } else {
                    return Optional.empty();
                }
            }
            boolean plain = digits == 0 || digits == 1 && pattern.length() == 1;
            return plain ? Optional.empty() : Optional.of(new Format(pattern.toString(), digits));
        }

        /** The number as it is, or as shown where that differs. */
        public Object of(BigDecimal number) {
            String held = number.toPlainString();
            if (number.signum() < 0 || held.indexOf('.') >= 0 || held.length() > 15) {
                return number;
            }
            String padded = "0".repeat(Math.max(0, digits - held.length())) + held;
            StringBuilder text = new StringBuilder();
            int at = 0;
            boolean first = true;
            for (int i = 0; i < pattern.length(); i++) {
                if (pattern.charAt(i) != DIGIT) {
                    text.append(pattern.charAt(i));
                    continue;
                }
                // What is longer than the format stands before its first digit.
                int end = first ? padded.length() - digits + 1 : at + 1;
                text.append(padded, at, end);
                at = end;
                first = false;
            }
            String shown = Spelling.strip(text.toString());
            return shown.equals(held) ? number : new ShownNumber(number, shown);
        }
    }
}
