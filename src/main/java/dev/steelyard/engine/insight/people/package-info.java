/**
 * People over time: careers, honours, mentors, certificates, feedback, who moved.
 *
 * <p>In: registers, scorecards, earlier periods. Out: what reports say of a person. Never imports: {@code team}, {@code review}, {@code committee}, {@code govern}, {@code run}, a reader, a file, a framework.
 */
package dev.steelyard.engine.insight.people;
