package dev.steelyard.engine.pay;

import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.unit.Money;
import java.util.Collection;

/**
 * What one person's lines come to.
 *
 * @param lines how many there are
 * @param pay what is payable
 * @param onHold what waits for an alleged event to be verified or dismissed
 * @param carried what a closed period's further revision leaves to true-ups
 */
public record PersonalPayout(String employeeId, int lines, Money pay, Money onHold, Money carried) {

    /** What lines come to by what becomes of them, to the cent; 0.00 where there is none. */
    public static PersonalPayout of(String employeeId, Collection<PayoutLine> lines) {
        return new PersonalPayout(
                employeeId,
                lines.size(),
                sum(lines, Status.PAY),
                sum(lines, Status.ON_HOLD),
                sum(lines, Status.CARRIED));
    }

    private static Money sum(Collection<PayoutLine> lines, Status status) {
        return lines.stream()
                .filter(line -> line.status() == status)
                .map(PayoutLine::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Whatever becomes of it. */
    public Money total() {
        return pay.plus(onHold).plus(carried);
    }
}
