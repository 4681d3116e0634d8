/**
 * What moved between two results, and what moved it: a fact, a decision, or a rule of the plan.
 *
 * <p>In: two {@link dev.steelyard.engine.run.RunResult}s, of two revisions, two periods, or two plans. Out: movements of people
 * in points, rank, grade and money, each with causes that sum to it. Never imports: a reader, a writer, a file, a clock,
 * a framework.
 */
package dev.steelyard.engine.compare;
