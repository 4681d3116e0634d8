/**
 * What a person chooses by options: inputs, job, period, edition.
 *
 * <p>In: options as typed. Out: a run to ask for, an edition that is there. Never imports: a verb: {@code period}, {@code schedule}.
 */
package dev.steelyard.app.cli.option;
