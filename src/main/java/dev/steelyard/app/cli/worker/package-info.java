/**
 * The verb {@code worker}.
 *
 * <p>In: the same as {@code cli}. Out: slices of runs on a shared database, measured; what it does on stderr and in its log. Never imports:
 * POI, what is not below it.
 */
package dev.steelyard.app.cli.worker;
