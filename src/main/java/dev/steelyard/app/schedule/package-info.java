/**
 * Runs what is due by itself, however long the machine was off.
 *
 * <p>In: the job files with their schedules, what the ledger has final runs of, the files that lie in the input folder, the
 * clock. Out: which period of which job is due, what it waits for, and runs, one at a time, started through {@code Runs}.
 * Never calculates, publishes or opens a ledger itself, and never trusts a trigger to say which period it is for.
 */
package dev.steelyard.app.schedule;
