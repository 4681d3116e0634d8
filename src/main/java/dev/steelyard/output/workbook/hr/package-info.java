/**
 * HR's workbook {@code ranking-PERIOD.xlsx}: the whole company, with evidence and control totals.
 *
 * <p>In: a {@link dev.steelyard.output.workbook.Report} and its {@link dev.steelyard.output.workbook.hr.Background}. Out: sheets. Never
 * imports: the other workbooks, a reader, a ledger, a framework.
 */
package dev.steelyard.output.workbook.hr;
