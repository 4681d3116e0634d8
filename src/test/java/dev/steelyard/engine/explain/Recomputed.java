package dev.steelyard.engine.explain;

import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Redoes each step of a tree from its printed arithmetic, in both languages and both lengths, and from nothing else. */
final class Recomputed {

    private Recomputed() {}

    /** Steps whose figure is not what their arithmetic gives, a sentence each. */
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
        if (step.formula().isPresent()) {
            Figure.Number figure = (Figure.Number) step.figure();
            Stream.of(
                            step.arithmetic("zh"),
                            step.arithmetic("en"),
                            step.wholeArithmetic("zh"),
                            step.wholeArithmetic("en"))
                    .distinct()
                    .filter(arithmetic -> !isSame(figure, PocketCalculator.of(arithmetic)))
                    .forEach(arithmetic -> differences.add(step.key() + " " + figure.in("en") + " ≠ " + arithmetic));
        }
        step.parts().forEach(part -> collect(part, differences));
    }

    private static boolean isSame(Figure.Number figure, Fraction result) {
        return figure.rounded() || figure.style() == Figure.Style.PLAIN
                ? result.rounded(figure.number().scale()).compareTo(figure.number()) == 0
                : result.equals(Fraction.of(figure.number()));
    }
}
