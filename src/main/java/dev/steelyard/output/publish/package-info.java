/**
 * The published folder: machine files, manifest, staging and the one rename (architecture.md 4, 5).
 *
 * <p>In: a run's result and identity. Out: files that finance and others script against, whole or not at all. Never
 * imports: {@code batch}, {@code cli}, a database, Spring.
 */
package dev.steelyard.output.publish;
