package dev.steelyard.output.workbook;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.pay.ReturnLines;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** 结转余额: what may still be taken from whom, before and after a run (rules.md 8.8). */
public final class Balances {

    private final Map<String, Money> before;
    private final Map<String, Money> carried = new TreeMap<>(CodePoints.ORDER);
    private final Map<String, Money> recovered = new TreeMap<>(CodePoints.ORDER);

    public Balances(Report report) {
        this.before = report.result().input().past().balances();
        for (PayoutLine line : report.result().payout()) {
            if (PayoutLine.isOfBalance(line.component())) {
                (line.component() == Component.RECOVERY ? recovered : carried)
                        .merge(line.employee().id(), line.amount(), Money::plus);
            }
        }
        ReturnLines.claims(report.result().book(), report.result().payout())
                .forEach((id, amount) -> carried.merge(id, amount, Money::plus));
    }

    /** Everybody who owes something before the run or after it, by id. */
    public List<String> people() {
        TreeSet<String> people = new TreeSet<>(CodePoints.ORDER);
        people.addAll(before.keySet());
        people.addAll(carried.keySet());
        people.addAll(recovered.keySet());
        return List.copyOf(people);
    }

    public Money before(String id) {
        return before.getOrDefault(id, Money.ZERO);
    }

    /** What the run lets stand over, also as a claim on whoever is not in it. */
    public Money carried(String id) {
        return carried.getOrDefault(id, Money.ZERO);
    }

    /** What the run takes; not positive. */
    public Money recovered(String id) {
        return recovered.getOrDefault(id, Money.ZERO);
    }

    public Money after(String id) {
        return before(id).plus(carried(id)).plus(recovered(id));
    }
}
