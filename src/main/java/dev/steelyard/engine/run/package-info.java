/**
 * One calculation of one period: {@link dev.steelyard.engine.run.RunInput} → {@link dev.steelyard.engine.run.RunResult}.
 *
 * <p>In: the plan, the registers, the measurements, the period. Out: everything that a run publishes, as values. Never
 * imports: a reader, a writer, a file, a clock, a framework.
 */
package dev.steelyard.engine.run;
