/**
 * The database under the ledger: how it is opened, held by one, guarded, chained, moved.
 *
 * <p>In: an address, who wants it. Out: an open database whose history cannot change unseen. Never imports: {@code records}, {@code status}, {@code batch}, {@code cli}, Spring.
 */
package dev.steelyard.ledger.database;
