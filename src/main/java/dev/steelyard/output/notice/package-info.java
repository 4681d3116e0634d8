/**
 * Tells people who were not there how a scheduled run ended.
 *
 * <p>In: what came of a run, as counts and folders. Out: a message by mail and by webhook, where the installation asks for it.
 * Never holds names of people scored, ids or amounts, and never fails a run.
 */
package dev.steelyard.output.notice;
