/**
 * Team workbooks {@code teams/TEAM-PERIOD.xlsx}: for the manager of a team, that team and nothing else; no evidence, no
 * answers of surveys, and no money unless the plan says so.
 *
 * <p>In: a {@link dev.steelyard.output.workbook.Report} and one {@link dev.steelyard.engine.insight.team.TeamStanding} at a time. Out: sheets.
 * Never imports: the other workbooks, a reader, a ledger, a framework.
 */
package dev.steelyard.output.workbook.team;
