/**
 * Pages to read in a browser or mail: the period, as everybody may know it, and an explanation, for whoever asked for it.
 *
 * <p>In: a {@link dev.steelyard.output.workbook.Report} and the names of the edition's files; a tree of
 * figures. Out: one HTML file that needs nothing else. Never: in a period's page names of whoever is vetoed, held or worst graded; a script, a network, a clock, a locale, a framework.
 */
package dev.steelyard.output.page;
