/**
 * The file that says who works now and who waits, beside the database.
 *
 * <p>In: a run at work. Out: what other processes read of it. Never imports: {@code records}, {@code batch}, {@code cli}, Spring.
 */
package dev.steelyard.ledger.status;
