/**
 * Parts of sheets that several workbooks show: alerts, signatures, where people and teams stand, columns of scores and actions.
 *
 * <p>In: a {@link dev.steelyard.output.workbook.Report}. Out: blocks and columns of sheets. Never imports: the workbooks, a reader, a
 * ledger, a framework.
 */
package dev.steelyard.output.workbook.block;
