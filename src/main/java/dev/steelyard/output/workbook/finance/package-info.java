/**
 * Finance's workbook {@code payout-PERIOD.xlsx}: every line, its sums and control totals.
 *
 * <p>In: a {@link dev.steelyard.output.workbook.Report}. Out: sheets. Never imports: the other workbooks, a reader, a ledger, a
 * framework.
 */
package dev.steelyard.output.workbook.finance;
