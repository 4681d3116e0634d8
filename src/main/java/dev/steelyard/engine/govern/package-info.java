/**
 * Governance: deadlines, decisions about periods, what is on hold and what is made good (rules.md 7).
 *
 * <p>In: payout lines of this revision and of the past, the registers, the decisions. Out: lines with their fate, true-ups,
 * what stands in the way of a close. Never imports: {@code run}, a reader, a file, a database, a clock, a framework.
 */
package dev.steelyard.engine.govern;
