/**
 * What people read, and the words that all workbooks share; each reader's workbook has a package of its own below.
 *
 * <p>In: a {@link dev.steelyard.engine.run.RunResult} with its identity. Out: xlsx, in Chinese or English, the
 * same bytes for the same input. Never imports: exports, plan files, the ledger, a clock, a locale, a framework.
 */
package dev.steelyard.output.workbook;
