/**
 * Days, periods, windows and the dated working-day calendar.
 *
 * <p>In: dates and the announced days off. Out: which days a number is over, and working days between two days.
 * Never imports: any floor but {@code unit}, a clock, a time zone, a framework.
 */
package dev.steelyard.engine.calendar;
