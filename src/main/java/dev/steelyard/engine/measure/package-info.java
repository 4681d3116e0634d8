/**
 * Rows become values: accumulators that take rows and merge, and the row verbs that read them.
 *
 * <p>In: typed rows, and what the plan asks of them. Out: cells by person and month, and for a person and a measure the
 * exact value with what it came from. Never imports: any floor above {@code people}, a reader, a file, a framework.
 */
package dev.steelyard.engine.measure;
