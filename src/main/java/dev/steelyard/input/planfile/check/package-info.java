/**
 * What must fit together in a plan: names, facts, verbs, weights, orders.
 *
 * <p>In: what could be read of a plan, and the datasets. Out: mistakes. Never imports: files.
 */
package dev.steelyard.input.planfile.check;
