/**
 * Verbs about a plan file: check, show, diff.
 *
 * <p>In: a plan file. Out: mistakes by line and column, the plan as HR signs it, a change in words. Never imports: {@code period}, {@code schedule}.
 */
package dev.steelyard.app.cli.plan;
