/**
 * Facts: what the exports say, typed.
 *
 * <p>In: dataset schemas and rows. Out: rows with their source, and look-ups over them: products, customers, the roster,
 * targets, market share, compliance events, decisions in force. Never imports: any floor above {@code plan}, a reader, a
 * framework.
 */
package dev.steelyard.engine.fact;
