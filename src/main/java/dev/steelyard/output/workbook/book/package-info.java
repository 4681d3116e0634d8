/**
 * Workbooks as data: sheets of columns and rows, written so that the same data give the same bytes on every machine.
 *
 * <p>In: {@link dev.steelyard.output.workbook.book.Sheet}s and an {@link dev.steelyard.output.workbook.book.Imprint}. Out: one xlsx,
 * streamed. Never imports: scores, pay, plans beyond names; a clock, a locale, a font, a framework.
 */
package dev.steelyard.output.workbook.book;
