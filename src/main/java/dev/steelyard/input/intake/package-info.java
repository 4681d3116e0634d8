/**
 * From frozen exports to facts: registers kept row by row, slices measured into cells, every row with an outcome.
 *
 * <p>In: slices of frozen files, and gauges. Out: registers, accumulators, counts, problems; as files where a run must
 * survive a kill. Never imports: {@code batch}, a database, Spring.
 */
package dev.steelyard.input.intake;
