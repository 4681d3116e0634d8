/**
 * Verbs about a period: close, reopen, sign, status, runs.
 *
 * <p>In: a period, a ledger. Out: what is frozen, decided, due, and who works now. Never imports: {@code schedule}.
 */
package dev.steelyard.app.cli.period;
