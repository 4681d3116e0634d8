/**
 * Verbs that calculate and publish: run, validate, publish, template.
 *
 * <p>In: a job, a period, exports. Out: a report of what came of it, exit 5 where it is beyond the thresholds. Never imports: {@code period}, {@code schedule}.
 */
package dev.steelyard.app.cli.run;
