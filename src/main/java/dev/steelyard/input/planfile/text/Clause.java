package dev.steelyard.input.planfile.text;

/**
 * One statement of a plan in words.
 *
 * @param path where the rule stands in the plan file: {@code indicators.nps.curve}; list positions from 0; blank where the
 *     statement is no rule of the plan
 * @param section what it stands under: {@code 指标：业绩}
 * @param heading and below that: the indicator, the component; blank where there is none
 * @param label what is said: {@code 权重}
 * @param words the statement itself
 */
public record Clause(String path, String section, String heading, String label, String words) {}
