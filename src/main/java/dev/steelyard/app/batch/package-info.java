/**
 * A run as a job of Spring Batch, that goes on where it was killed: freeze → measure → settle → calculate → report → reconcile → publish.
 *
 * <p>In: a request of the command line or the scheduler. Out: a published edition, or why there is none. Never imports:
 * {@code cli}, {@code schedule}, {@code closing}.
 */
package dev.steelyard.app.batch;
