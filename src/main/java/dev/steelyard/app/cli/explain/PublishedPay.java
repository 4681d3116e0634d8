package dev.steelyard.app.cli.explain;

import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Label;
import dev.steelyard.engine.trace.Step;
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
        return Step.of(payout.key(), payout.label(), Figure.plain(sum)).from(Formula.sumOfParts(0, all.size()), all);
    }

    private static Step step(String line, Map<String, String> row) {
        Component component = Component.of(row.get("component"));
        String of = row.get("source_period");
        return Step.of(
                        KEY + "." + line.replace('-', '.'),
                        new Label(component.in("zh"), component.in("en")),
                        Figure.plain(new BigDecimal(row.get("amount"))))
                .note("来源周期 " + of + "；由账本中该周期的兑付得出", "source period " + of + "; from what the ledger says of it");
    }
}
