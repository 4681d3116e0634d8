package dev.steelyard.engine.explain;

import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.words.Words;
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
                            step.arithmetic(Words.in("zh")),
                            step.arithmetic(Words.in("en")),
                            step.wholeArithmetic(Words.in("zh")),
                            step.wholeArithmetic(Words.in("en")))
                    .distinct()
                    .filter(arithmetic -> !isSame(figure, PocketCalculator.of(arithmetic)))
                    .forEach(arithmetic ->
                            differences.add(step.key() + " " + figure.in(Words.in("en")) + " ≠ " + arithmetic));
        }
        step.parts().forEach(part -> collect(part, differences));
    }

    private static boolean isSame(Figure.Number figure, Fraction result) {
        return figure.rounded() || figure.style() == Figure.Style.PLAIN
                ? result.rounded(figure.number().scale()).compareTo(figure.number()) == 0
                : result.equals(Fraction.of(figure.number()));
    }
}
