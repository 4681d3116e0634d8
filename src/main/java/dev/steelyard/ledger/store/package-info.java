/**
 * Files that only their owner may read: created private, written whole, kept by their content.
 *
 * <p>In: bytes. Out: files of mode 0600 in folders of mode 0700, replaced atomically, and a store that names content by
 * its SHA-256. Never imports: any other floor, a framework.
 */
package dev.steelyard.ledger.store;
