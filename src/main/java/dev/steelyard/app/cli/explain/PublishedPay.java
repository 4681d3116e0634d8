package dev.steelyard.app.cli.explain;

import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Published payout lines that follow from other periods, added to the explained ones: true-ups, and what was held or carried.
 *
 * @param lines component and number → row of {@code payout.csv}
 */
record PublishedPay(Map<String, Map<String, String>> lines) {

    /** The step that the lines are summed in. */
    static final String KEY = "payout";

    Step in(Step tree) {
        if (lines.isEmpty()) {
            return tree;
        }
        return tree.above(tree.parts().stream()
                .map(part -> part.key().equals(KEY) ? withLines(part) : part)
                .toList());
    }

    private Step withLines(Step payout) {
        List<Step> all = new ArrayList<>(payout.parts());
        lines.forEach((line, row) -> all.add(step(line, row)));
        BigDecimal sum = all.stream()
                .map(step -> ((Figure.Number) step.figure()).number())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Step step =
                Step.of(payout.key(), payout.label(), Figure.plain(sum)).from(Formula.sumOfParts(0, all.size()), all);
        // That there is no line of the period's own is no news beside these.
        for (Said note : payout.notes()) {
            step = payout.parts().isEmpty() && !note.says("explain.commission.returned") ? step : step.note(note);
        }
        return step;
    }

    private static Step step(String line, Map<String, String> row) {
        Component component = Component.of(row.get("component"));
        String of = row.get("source_period");
        return Step.of(
                        KEY + "." + line.replace('-', '.'),
                        component.title(),
                        Figure.plain(new BigDecimal(row.get("amount"))))
                .note(note(component, row, of));
    }

    /** What is taken back, or stands over, says how much at which rate; a true-up what it makes good. */
    private static Said note(Component component, Map<String, String> row, String of) {
        return switch (component) {
            case RETURN_REVERSAL -> Said.of(
                    "explain.publishedPay.takenBack",
                    "of",
                    of,
                    "basis",
                    row.get("basis"),
                    "rate",
                    Fraction.parse(row.get("rate")).percent());
            case RECOVERY_CARRIED -> Said.of("explain.publishedPay.carried");
            case RECOVERY -> Said.of("explain.publishedPay.recovered");
            default -> Said.of("explain.publishedPay.sourcePeriodFromWhat", "of", of);
        };
    }
}
