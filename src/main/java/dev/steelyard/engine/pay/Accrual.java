package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.Optional;

/**
 * What a person earned up to a month's end, and is paid with the quarter or the year 计提.
 *
 * @param period the quarter or year whose payout will hold it
 * @param rate empty for a share of a pool
 * @param amount what would be due if the quarter ended, or the year had earned its part, with the month's last day
 * @param note how it is made, and on which assumption
 */
public record Accrual(
        Employee employee,
        Component component,
        Period period,
        Fraction basis,
        Optional<Fraction> rate,
        Money amount,
        Said note) {

    static Accrual of(PayoutLine line, Said assumption) {
        return new Accrual(
                line.employee(),
                line.component(),
                line.sourcePeriod(),
                line.basis(),
                line.rate(),
                line.amount(),
                Said.of("pay.note.and", "first", line.note(), "next", assumption));
    }
}
