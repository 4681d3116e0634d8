/**
 * The files that people write: YAML → plan, dataset schemas, jobs, calendar.
 *
 * <p>In: YAML text (files under {@code jobs/}). Out: the values of {@code plan}, {@code dataset} and {@code calendar}, or every
 * mistake at once with file, line and column; the plan in words; the JSON schemas that editors use. Never imports:
 * another reader or writer of this floor, Spring, a database, exports' contents.
 */
package dev.steelyard.input.planfile;
