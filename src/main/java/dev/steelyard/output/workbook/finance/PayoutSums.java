package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.workbook.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Some lines of a payout and what they sum to. */
record PayoutSums(String word, List<PayoutLine> lines) {

    /** The lines that are paid: neither on hold nor carried. */
    static List<PayoutLine> payable(Report report) {
        return report.result().payout().stream()
                .filter(line -> line.status() == PayoutLine.Status.PAY)
                .toList();
    }

    /**
     * One for each word, in code-point order.
     *
     * @param besides words that have one even where no line is theirs
     */
    static List<PayoutSums> by(List<PayoutLine> lines, Function<PayoutLine, String> word, Set<String> besides) {
        Map<String, List<PayoutLine>> groups = new TreeMap<>(CodePoints.ORDER);
        besides.forEach(one -> groups.put(one, new ArrayList<>()));
        lines.forEach(line ->
                groups.computeIfAbsent(word.apply(line), w -> new ArrayList<>()).add(line));
        return groups.entrySet().stream()
                .map(group -> new PayoutSums(group.getKey(), group.getValue()))
                .toList();
    }

    /** The components that occur, in the order of a statement. */
    static List<PayoutLine.Component> components(List<PayoutLine> lines) {
        return Arrays.stream(PayoutLine.Component.values())
                .filter(component -> lines.stream().anyMatch(line -> line.component() == component))
                .toList();
    }

    Money amount() {
        return lines.stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
    }

    Money amount(PayoutLine.Component component) {
        return lines.stream()
                .filter(line -> line.component() == component)
                .map(PayoutLine::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    long people() {
        return lines.stream().map(line -> line.employee().id()).distinct().count();
    }
}
