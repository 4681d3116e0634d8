/**
 * The source rows behind a person's figures, and who may see them.
 *
 * <p>In: what is measured of whom, and every row while it is measured. Out: the rows that count, as cells with their place in a file.
 * Never imports: a reader, a writer, a file, a clock, a framework.
 */
package dev.steelyard.engine.explain.rows;
