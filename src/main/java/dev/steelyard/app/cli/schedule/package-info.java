/**
 * The verb schedule.
 *
 * <p>In: jobs, calendar, the time. Out: runs that are due, as they come to an end. Never imports: {@code period}.
 */
package dev.steelyard.app.cli.schedule;
