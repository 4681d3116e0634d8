/**
 * What is written: runs, editions, periods, payments, decisions, profiles.
 *
 * <p>In: identities, inputs, results. Out: the history, and which run comes next. Never imports: {@code status}, {@code batch}, {@code cli}, Spring.
 */
package dev.steelyard.ledger.records;
