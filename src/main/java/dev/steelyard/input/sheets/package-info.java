/**
 * What a file is, and the cells of a workbook's sheets one by one, within bounds of time and memory.
 *
 * <p>In: the bytes of a file under any name. Out: sheets, rows and cells as they are written and shown, or what the file is and what to do.
 * Never imports: any floor but {@code problem} and {@code spelling}; a schema; a framework.
 */
package dev.steelyard.input.sheets;
