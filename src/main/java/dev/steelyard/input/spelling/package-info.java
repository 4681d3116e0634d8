/**
 * How people write numbers, days and periods in a cell, and what may be taken for what.
 *
 * <p>In: the text of a cell, or the number and the format of a workbook's. Out: an exact value, or what is wrong with it. Never imports: any floor
 * but {@code calendar} and {@code problem}; a file; a framework.
 */
package dev.steelyard.input.spelling;
