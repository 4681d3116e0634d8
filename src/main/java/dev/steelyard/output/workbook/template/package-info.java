/**
 * Import templates: a blank workbook per dataset that is easier to fill in rightly than wrongly.
 *
 * <p>In: schemas, which are data of {@code jobs/exports.yaml}, and the plan whose names are chosen from. Out: xlsx, in Chinese or
 * English, the same bytes for the same schema. Never imports: exports, plan files, a clock, a locale, a framework.
 */
package dev.steelyard.output.workbook.template;
