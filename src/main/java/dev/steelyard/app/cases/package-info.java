/**
 * Cases 用例: small YAML companies with what a plan must make of them, as HR writes them, and their runner.
 *
 * <p>In: the files of {@code jobs/cases}, a plan, the datasets, the calendar. Out: for each case what differs, with file
 * and line. Never imports: {@code intake}, {@code ledger}, {@code workbook}, {@code batch}, {@code cli}, a framework.
 */
package dev.steelyard.app.cases;
