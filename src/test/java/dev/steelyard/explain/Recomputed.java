package dev.steelyard.explain;

import dev.steelyard.trace.Figure;
import dev.steelyard.trace.Formula;
import dev.steelyard.trace.Step;
import dev.steelyard.unit.Fraction;
import java.util.ArrayList;
import java.util.List;

/** A pocket calculator for trees: redoes each step from the printed figures below it, and nothing else. */
final class Recomputed {

    private Recomputed() {}

    /** Steps whose figure is not what its formula gives, a sentence each. */
    static List<String> differences(Step step) {
        List<String> differences = new ArrayList<>();
        collect(step, differences);
        return differences;
    }

    /** How many steps have a formula. */
    static int computed(Step step) {
        return (step.formula().isPresent() ? 1 : 0)
                + step.parts().stream().mapToInt(Recomputed::computed).sum();
    }

    private static void collect(Step step, List<String> differences) {
        step.formula().ifPresent(formula -> {
            Figure.Number figure = (Figure.Number) step.figure();
            Fraction result = value(formula, step.parts());
            boolean same = figure.rounded() || figure.style() == Figure.Style.PLAIN
                    ? result.rounded(figure.number().scale()).compareTo(figure.number()) == 0
                    : result.equals(Fraction.of(figure.number()));
            if (!same) {
                differences.add(step.key() + " " + figure.in("en") + " ≠ " + step.arithmetic("en"));
            }
        });
        step.parts().forEach(part -> collect(part, differences));
    }

    private static Fraction value(Formula formula, List<Step> parts) {
        if (formula instanceof Formula.Part part) {
            return Fraction.of(((Figure.Number) parts.get(part.index()).figure()).number());
        }
        if (formula instanceof Formula.Constant constant) {
            return Fraction.of(constant.number());
        }
        Formula.Operation operation = (Formula.Operation) formula;
        return operation.operands().stream()
                .map(operand -> value(operand, parts))
                .reduce((left, right) -> switch (operation.operator()) {
                    case PLUS -> left.plus(right);
                    case MINUS -> left.minus(right);
                    case TIMES -> left.times(right);
                    case OVER -> left.over(right);
                    case LEAST -> left.min(right);
                    case GREATEST -> left.max(right);
                })
                .orElseThrow();
    }
}
