/**
 * What people read: the ranking workbook for HR, and later the teams' and finance's.
 *
 * <p>In: a {@link dev.steelyard.run.RunResult} with its identity, inputs and problems. Out: xlsx, in Chinese or English, the
 * same bytes for the same input. Never imports: exports, plan files, the ledger, a clock, a locale, a framework.
 */
package dev.steelyard.workbook;
