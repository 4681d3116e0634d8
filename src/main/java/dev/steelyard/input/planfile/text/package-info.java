/**
 * The plan in words, as HR signs it.
 *
 * <p>In: a plan and the datasets. Out: text in Chinese or English. Never imports: files, YAML nodes.
 */
package dev.steelyard.input.planfile.text;
