/**
 * Exact numbers of the field: fractions, points, money.
 *
 * <p>In: decimals as exports state them. Out: values, points and amounts, rounded only where they are printed.
 * Never imports: any other floor, a framework, a clock, a binary floating point number.
 */
package dev.steelyard.engine.unit;
