/**
 * Why a verb failed, in words for a person and a code for a script.
 *
 * <p>In: what was thrown, arguments that cannot be understood. Out: sentences, exit codes, the log of one execution. Never imports: a verb: {@code period}, {@code schedule}.
 */
package dev.steelyard.app.cli.failure;
