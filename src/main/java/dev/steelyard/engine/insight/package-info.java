/**
 * What managers, HR and the CRM get from the same facts besides scores (rules.md 6).
 *
 * <p>In: registers and scorecards. Out: suspensions, alerts, standings, comparisons, movers, growth quality, behaviour, field work,
 * needs, actions, honours, careers, mentors, example teams, peer feedback, spreads, proposed targets. Never imports: {@code govern}, {@code run}, a reader, a file, a
 * framework.
 */
package dev.steelyard.engine.insight;
