/**
 * The monthly review pack, read together in a meeting.
 *
 * <p>In: a result's needs and actions. Out: {@code review-PERIOD.xlsx}. Never imports: scores, ranks, pay, survey rows, evidence, a
 * framework.
 */
package dev.steelyard.output.workbook.review;
