package dev.steelyard.input.cases;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PaidPeriods;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.Optional;

/**
 * A line of an earlier edition as a case writes it.
 *
 * @param component commission where left out
 * @param note as the line says it; what a commission line is of
 * @param source the period that it is earned in, where that is another
 */
record PaidRow(Optional<String> component, Fraction basis, Fraction rate, String note, Optional<String> source) {

    PaidPeriods.Line of(Period period, String employeeId) {
        return new PaidPeriods.Line(
                employeeId,
                "T1",
                Component.of(component.orElse("commission")),
                source.flatMap(Period::parse).orElse(period),
                basis,
                rate,
                Money.rounded(basis.times(rate)),
                note);
    }
}
