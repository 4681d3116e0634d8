/**
 * Interview sheets {@code interviews/TEAM-PERIOD.xlsx}: a page a person to print, talk over, fill in and sign (GROW).
 *
 * <p>In: a {@link dev.steelyard.output.workbook.Report} and its {@link dev.steelyard.output.workbook.Coaching}, one team at a time. Out: sheets.
 * Never imports: HR's and finance's workbooks, a reader, a ledger, a framework.
 */
package dev.steelyard.output.workbook.interview;
