package dev.steelyard.engine.explain;

import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Redoes arithmetic as it is printed, exactly: {@code 70% × 94.74 + min(30% × 100.00, 12)}. Knows nothing but the text. */
final class PocketCalculator {

    /** {@code (94.74 + 88.10 + … 60 in all, sum 5012.34)}: its sum is what is computed on. */
    private static final Pattern ABRIDGED =
            Pattern.compile("\\([^…()]*(?:\\([^()]*\\)[^…()]*)*… (?:\\d+ in all, sum|共 \\d+ 项，和) ([-0-9.%]+)\\)");

    private static final Pattern FUNCTION = Pattern.compile("min|max|FLOOR|取小|取大");

    private final String text;
    private int at;

    private PocketCalculator(String text) {
        this.text = text;
    }

    static Fraction of(String arithmetic) {
        PocketCalculator calculator =
                new PocketCalculator(ABRIDGED.matcher(arithmetic).replaceAll("($1)"));
        Fraction result = calculator.sum();
        if (calculator.at < calculator.text.length()) {
            throw new IllegalArgumentException(
                    "what is " + calculator.text.substring(calculator.at) + " in " + arithmetic);
        }
        return result;
    }

    private Fraction sum() {
        Fraction result = product();
        while (true) {
            if (takes(" + ")) {
                result = result.plus(product());
            } else if (takes(" − ")) {
                result = result.minus(product());
            } else {
                return result;
            }
        }
    }

    private Fraction product() {
        Fraction result = single();
        while (true) {
            if (takes(" × ")) {
                result = result.times(single());
            } else if (takes(" ÷ ")) {
                result = result.over(single());
            } else {
                return result;
            }
        }
    }

    private Fraction single() {
        Matcher function = FUNCTION.matcher(text).region(at, text.length());
        if (function.lookingAt()) {
            at = function.end();
            return function(function.group());
        }
        if (takes("(")) {
            Fraction inner = sum();
            expect(")");
            return inner;
        }
        return number();
    }

    private Fraction function(String name) {
        expect("(");
        List<Fraction> operands = new ArrayList<>(List.of(sum()));
        while (takes(", ")) {
            operands.add(sum());
        }
        expect(")");
        return switch (name) {
            case "min", "取小" -> operands.stream().reduce(Fraction::min).orElseThrow();
            case "max", "取大" -> operands.stream().reduce(Fraction::max).orElseThrow();
            default -> Fraction.of(operands.get(0).over(operands.get(1)).floor())
                    .times(operands.get(1));
        };
    }

    private Fraction number() {
        int start = at;
        while (at < text.length() && "-0123456789.".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == start) {
            throw new IllegalArgumentException("no number at " + at + " of " + text);
        }
        BigDecimal number = new BigDecimal(text.substring(start, at));
        return Fraction.of(takes("%") ? number.movePointLeft(2) : number);
    }

    private boolean takes(String sign) {
        boolean there = text.startsWith(sign, at);
        at += there ? sign.length() : 0;
        return there;
    }

    private void expect(String sign) {
        if (!takes(sign)) {
            throw new IllegalArgumentException("no " + sign + " at " + at + " of " + text);
        }
    }
}
