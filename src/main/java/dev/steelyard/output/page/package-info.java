/**
 * The period on one page to read in a browser or mail: what everybody may know.
 *
 * <p>In: a {@link dev.steelyard.output.workbook.Report} and the names of the edition's files. Out: one HTML file that needs nothing
 * else. Never: names of who is vetoed, held or worst graded; a script, a network, a clock, a locale, a framework.
 */
package dev.steelyard.output.page;
