/**
 * A team before its manager: standing, comparison, behaviour, lost points, next grade, examples.
 *
 * <p>In: scorecards, registers. Out: what a team's book shows. Never imports: {@code people}, {@code review}, {@code committee}, {@code govern}, {@code run}, a reader, a file, a framework.
 */
package dev.steelyard.engine.insight.team;
