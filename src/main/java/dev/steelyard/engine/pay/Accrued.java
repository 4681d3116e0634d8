package dev.steelyard.engine.pay;

import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.unit.Money;

/**
 * What had been accrued up to a month's end, as an edition of that month said it.
 *
 * @param period the quarter or year whose payout will hold it
 */
public record Accrued(
        String employeeId, String costCenter, String team, String period, Component component, Money amount) {

    /** The same of this month. */
    public static Accrued of(Accrual line) {
        return new Accrued(
                line.employee().id(),
                line.employee().costCenter(),
                line.employee().team(),
                line.period().toString(),
                line.component(),
                line.amount());
    }
}
