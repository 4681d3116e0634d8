package dev.steelyard.app.cases;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.ClosedPeriod;
import dev.steelyard.engine.govern.ClosedPeriod.Changes;
import dev.steelyard.engine.govern.ClosedPeriod.Earned;
import dev.steelyard.engine.govern.ClosedPeriod.Paid;
import dev.steelyard.engine.govern.Held;
import dev.steelyard.engine.govern.Recipient;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A closed period as a case writes it, of the person P1: what was paid for it, and what its second revision says.
 *
 * @param paid component → what was paid in all
 * @param now component → what the newest revision says
 * @param waiting component → what it says besides, on hold for those events
 * @param heldByEvents events for which the close did not pay the person
 * @param heldByAppeals appeals for which it did not
 */
record ClosedMonth(
        Map<String, Fraction> paid,
        Map<String, Fraction> now,
        Map<String, Fraction> waiting,
        List<String> heldByEvents,
        List<String> heldByAppeals) {

    private static final Recipient P1 = new Recipient("P1", "P1", "T1", "");

    ClosedPeriod of(Period period, LocalDate asOf) {
        List<Held> held = new ArrayList<>();
        heldByEvents.forEach(event -> held.add(new Held("P1", Held.Cause.ALLEGED, event)));
        heldByAppeals.forEach(appeal -> held.add(new Held("P1", Held.Cause.APPEAL, appeal)));
        return new ClosedPeriod(
                period,
                1,
                2,
                period.last().plusDays(8),
                asOf,
                Stream.concat(earned(now, List.of()), earned(waiting, heldByEvents))
                        .toList(),
                amounts(paid)
                        .map(line -> new Paid(P1, Component.of(line.getKey()), money(line), 0))
                        .toList(),
                held,
                Changes.NONE);
    }

    private static Stream<Earned> earned(Map<String, Fraction> amounts, List<String> events) {
        return amounts(amounts).map(line -> new Earned(P1, Component.of(line.getKey()), money(line), events));
    }

    private static Stream<Map.Entry<String, Fraction>> amounts(Map<String, Fraction> amounts) {
        return amounts.entrySet().stream().sorted(Map.Entry.comparingByKey());
    }

    private static Money money(Map.Entry<String, Fraction> line) {
        return Money.rounded(line.getValue());
    }
}
