/**
 * Registers: what is kept row by row, to be looked up in.
 *
 * <p>In: the rows of the registers and the as-of day. Out: look-ups: the roster, targets, market share, splits, prices, whose a customer
 * is, decisions in force; what was published of earlier periods. Never imports: any floor above {@code fact}, a reader, a framework.
 */
package dev.steelyard.engine.register;
