/**
 * What a manager is warned of: alerts, breaches, suspensions, and which customers to see.
 *
 * <p>In: registers and scorecards. Out: alerts with their evidence. Never imports: {@code people}, {@code team}, {@code govern}, {@code run}, a reader, a file, a framework.
 */
package dev.steelyard.engine.insight.alert;
