/**
 * What datasets look like and what a row of one is, whoever reads it.
 *
 * <p>In: what the exports file says of a dataset, and the cells of a row. Out: schemas, rows with their source, blocks of rows column by
 * column, the reading of a row as a record, and what reading lost. Never imports: any floor above {@code plan}, a reader, a framework.
 */
package dev.steelyard.engine.dataset;
