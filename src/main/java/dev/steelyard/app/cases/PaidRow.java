package dev.steelyard.app.cases;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PaidPeriods;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.List;
import java.util.Optional;

/**
 * A line of an earlier edition as a case writes it.
 *
 * @param component commission where left out
 * @param note as the line says it; what a commission line is of
 * @param rule what the rule earns on, where the ledger knows it
 * @param source the period that it is earned in, where that is another
 * @param heldBy the alleged events for which it was on hold
 * @param status {@code on_hold} where it was on hold for another reason
 */
record PaidRow(
        Optional<String> component,
        Fraction basis,
        Fraction rate,
        String note,
        Optional<String> rule,
        Optional<String> source,
        List<String> heldBy,
        Optional<String> status) {

    PaidPeriods.Line of(Period period, String employeeId) {
        return new PaidPeriods.Line(
                employeeId,
                "T1",
                Component.of(component.orElse("commission")),
                source.flatMap(Period::parse).orElse(period),
                basis,
                rate,
                Money.rounded(basis.times(rate)),
                note,
                rule.orElse(""),
                status.isPresent() || !heldBy.isEmpty(),
                heldBy);
    }
}
