package dev.steelyard.engine.compare;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Money;
import java.util.List;

/**
 * What somebody who is in both results is paid in each.
 *
 * @param allThen everybody's standing before
 * @param allNow everybody's standing after
 */
record ComparedPay(
        ComparedResults sides,
        RankedScorecard before,
        RankedScorecard after,
        ComparedStandings allThen,
        ComparedStandings allNow) {

    List<PayoutLine> then() {
        return allThen.lines(before.participant().id());
    }

    List<PayoutLine> now() {
        return allNow.lines(after.participant().id());
    }

    static List<PayoutLine> lines(List<PayoutLine> all, Component component) {
        return all.stream().filter(line -> line.component() == component).toList();
    }

    static Money sum(List<PayoutLine> all, Component component) {
        return lines(all, component).stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
    }
}
