package dev.steelyard.engine.pay;

import dev.steelyard.engine.plan.Voucher;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.unit.Money;
import java.util.Optional;

/**
 * An entry 分录 of a voucher. A negative amount stays on its side: a red entry 红字, so that the turnover of the other side
 * is not swollen by what was taken back.
 *
 * @param number from 1 within the voucher
 * @param department code of the department; empty where the entry sums over several
 * @param person empty where the entry sums over several
 */
public record VoucherEntry(
        int number,
        Side side,
        Voucher.Posting posting,
        String summary,
        Optional<String> department,
        Optional<Employee> person,
        Money amount) {

    /** Where an entry stands. */
    public enum Side {
        DEBIT,
        CREDIT
    }

    /** What the entry adds to this side; empty where it stands on the other. */
    public Optional<Money> on(Side wanted) {
        return side == wanted ? Optional.of(amount) : Optional.empty();
    }
}
