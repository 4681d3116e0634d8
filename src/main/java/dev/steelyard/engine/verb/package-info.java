/**
 * The row verbs of a plan: what is said of the measured rows of a person as one exact value, with what it came from.
 *
 * <p>In: measurements, and what a plan's measure asks of them. Out: for a person and a measure the exact value, what it came from, or what
 * is missing. Never imports: any floor above {@code measure}, a reader, a file, a framework.
 */
package dev.steelyard.engine.verb;
