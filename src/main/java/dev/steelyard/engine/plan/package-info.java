/**
 * The rules as values: tracks, indicators, curves, vetoes, team pool, grades, payout components (rules.md 4, 5).
 *
 * <p>In: numbers and names of a plan file, bound component by component (a record's component {@code whenEmpty} is the
 * key {@code when_empty}). Out: one immutable {@link dev.steelyard.engine.plan.Plan}. Never imports: facts, a YAML reader, a
 * framework.
 */
package dev.steelyard.engine.plan;
