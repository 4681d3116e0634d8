/**
 * What people decide about a period: closed, signed, reopened.
 *
 * <p>In: an order with who gives it, the period's newest revision calculated again, the ledger. Out: the closed edition and what it pays, or what
 * stands in the way. Never imports: {@code batch}, {@code schedule}, {@code cli}.
 */
package dev.steelyard.app.closing;
