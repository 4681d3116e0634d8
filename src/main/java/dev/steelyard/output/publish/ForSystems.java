package dev.steelyard.output.publish;

import dev.steelyard.engine.plan.Voucher;
import java.util.List;

/**
 * How a job wants the files that accounting and payroll systems read.
 *
 * @param vouchers the mappings by which the payout is written for accounting systems
 * @param marked whether {@code payout-by-person.csv} begins with the mark by which spreadsheets know UTF-8
 */
public record ForSystems(List<Voucher> vouchers, boolean marked) {
    public ForSystems {
        vouchers = List.copyOf(vouchers);
    }
}
