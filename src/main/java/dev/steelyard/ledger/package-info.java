/**
 * The ledger: what was calculated, published and paid, in a database that outlives every run.
 *
 * <p>In: identities, inputs, results. Out: the history, and which run comes next. Never imports: {@code batch}, {@code
 * cli}, Spring.
 */
package dev.steelyard.ledger;
