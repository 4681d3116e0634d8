package dev.steelyard.ledger.records;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.unit.Money;

/**
 * A payout line that a close released for payment.
 *
 * @param component as machine files write it
 * @param corrects of a true-up the component of the source period that it makes good; else blank
 * @param sourcePeriod the period in which it was earned
 */
public record Payment(
        String lineId,
        String employeeId,
        String component,
        String corrects,
        Period sourcePeriod,
        Money amount,
        String currency) {

    /** Which component of the source period was paid. */
    public String paidComponent() {
        return corrects.isEmpty() ? component : corrects;
    }
}
