/**
 * Rows become cells: accumulators that take rows and merge.
 *
 * <p>In: typed rows, and what the plan asks of them. Out: cells by person and month. Never imports: any floor above {@code people}, a reader, a file, a framework.
 */
package dev.steelyard.engine.measure;
