/**
 * The weekly alerts: one workbook a manager, with what to do now.
 *
 * <p>In: a result without scores. Out: xlsx, a file a manager and one for each team without a manager. Never imports: scores, ranks, pay, the ledger,
 * a framework.
 */
package dev.steelyard.output.workbook.alerts;
