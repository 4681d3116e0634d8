/**
 * Verbs that hold one result against another: compare, simulate, and what plan diff needs of both.
 *
 * <p>In: two editions, or one and a plan. Out: who moved and why, in points, ranks and money. Never imports: {@code period}, {@code schedule}.
 */
package dev.steelyard.app.cli.compare;
