/**
 * Reading exports: CSV and xlsx to typed rows.
 *
 * <p>In: the files of a folder and the schemas of their datasets. Out: frozen files cut into slices, and from each slice
 * rows, rejected rows with their reason, and totals. Never imports: any floor but {@code dataset}, {@code problem},
 * {@code calendar}, {@code unit}, {@code words}, {@code store}, {@code spelling} and {@code sheets}; the plan; a framework.
 */
package dev.steelyard.input.exports;
