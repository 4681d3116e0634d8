/**
 * {@code rejects-PERIOD.xlsx}: the rejected rows as delivered, to be corrected and put back into the input folder.
 *
 * <p>In: rejected rows, problems, registers to compare with. Out: xlsx, in Chinese or English, the same bytes for the same
 * input. Never imports: exports, intake, plan files, the ledger, a clock, a locale, a framework.
 */
package dev.steelyard.output.workbook.rejects;
