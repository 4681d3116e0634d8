/**
 * Money 兑付: what each person earns by score and grade (rules.md 5).
 *
 * <p>In: ranked scorecards, measurements, the plan's pay components. Out: payout lines whose printed figures multiply to
 * their amounts. Never imports: {@code insight}, {@code govern}, {@code run}, a reader, a file, a framework.
 */
package dev.steelyard.engine.pay;
