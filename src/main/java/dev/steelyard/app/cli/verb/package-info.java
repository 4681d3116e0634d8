/**
 * What every verb stands on: its session, its options, the ledger it opens, who watches it and who stops it.
 *
 * <p>In: arguments, environment, terminal. Out: an open ledger, a watched calculation. Never imports: any verb: {@code option}, {@code run}, {@code period}.
 */
package dev.steelyard.app.cli.verb;
