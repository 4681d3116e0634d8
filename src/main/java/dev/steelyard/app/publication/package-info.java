/**
 * What an edition consists of, and how ledger and folders are brought to agree.
 *
 * <p>In: what was calculated, the ledger, the output folder. Out: bundles of files to be staged, here or by
 * others; editions that a kill or a restore kept from
 * their place; what in the ledger is not as it was published. Never imports: {@code batch}, {@code closing}, {@code schedule}, {@code cli}.
 */
package dev.steelyard.app.publication;
