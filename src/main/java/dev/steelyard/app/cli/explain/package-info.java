/**
 * The verb explain.
 *
 * <p>In: an employee, an edition. Out: the tree behind a figure. Never imports: {@code period}, {@code schedule}.
 */
package dev.steelyard.app.cli.explain;
