/**
 * YAML text as values: nodes with their places, bound to records by reflection; the same records as JSON schemas.
 *
 * <p>In: the text of one file. Out: the value it says and every mistake in it. Never imports: plans or exports.
 */
package dev.steelyard.input.planfile.yaml;
