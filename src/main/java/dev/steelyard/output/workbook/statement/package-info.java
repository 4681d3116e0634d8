/**
 * Statements 对账单 in {@code statements/}: a page for each person, with their own figures and nobody else's.
 *
 * <p>In: a {@link dev.steelyard.output.workbook.Report}, the day of publication. Out: an xlsx a person, and what each comes to.
 * Never imports: a ledger, a framework.
 */
package dev.steelyard.output.workbook.statement;
