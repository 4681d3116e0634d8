/**
 * Where people are, and for how many days they are there: assignments, leave, part periods (rules.md 8.1–8.3).
 *
 * <p>In: the roster, assignments, leave, the working-day calendar, the plan's rules on absence. Out: for a person and a scope the
 * track, team and region that count, and the days that are available. Never imports: {@code measure} and what is above it, a
 * reader, a framework.
 */
package dev.steelyard.engine.people;
