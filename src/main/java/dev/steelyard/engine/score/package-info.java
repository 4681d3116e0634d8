/**
 * From measured values to ranked scorecards: indicator, dimension, individual, team, final, grade, rank (rules.md 4).
 *
 * <p>In: the plan, registers and measurements of one period. Out: ranked scorecards, each figure computed from the printed
 * figures before it. Never imports: {@code pay}, {@code insight}, {@code run}, a reader, a file, a framework.
 */
package dev.steelyard.engine.score;
