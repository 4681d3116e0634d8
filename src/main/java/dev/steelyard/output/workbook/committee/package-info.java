/**
 * {@code committee-PERIOD.xlsx}: what the performance committee 绩效委员会 looks at.
 *
 * <p>In: a run to be shown. Out: the workbook. Never: money, and what people answered in surveys; a stream, a database, a
 * framework.
 */
package dev.steelyard.output.workbook.committee;
