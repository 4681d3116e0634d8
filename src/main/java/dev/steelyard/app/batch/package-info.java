/**
 * Jobs and steps around the floors below, nothing else: freeze → measure → settle → score → pay → report → publish.
 *
 * <p>In: a request of the command line or the scheduler. Out: a published edition, or why there is none. Never imports:
 * {@code cli}, {@code schedule}.
 */
package dev.steelyard.app.batch;
