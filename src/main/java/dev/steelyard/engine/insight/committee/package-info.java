/**
 * What the committee decides by: how indicators tell people apart, and what a proposed target would have changed.
 *
 * <p>In: scorecards, proposals. Out: spreads and effects. Never imports: {@code people}, {@code review}, {@code govern}, {@code run}, a reader, a file, a framework.
 */
package dev.steelyard.engine.insight.committee;
