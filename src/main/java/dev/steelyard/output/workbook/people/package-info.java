/**
 * HR's sheets about people besides their scores: honours, careers, mentors, example teams, peer feedback.
 *
 * <p>In: a run to be shown. Out: sheets for HR's workbook. Never: anything of them in a team's workbook or a page to be
 * mailed; a stream, a database, a framework.
 */
package dev.steelyard.output.workbook.people;
