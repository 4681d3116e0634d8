/**
 * The command line: verbs in packages by what a person does, and here the one place that knows them all.
 *
 * <p>In: a command line and STEELYARD_* variables. Out: results on stdout, talk on stderr, an exit code that scripts can
 * rely on. Reads the clock, once. Never imports: nothing is above it.
 */
package dev.steelyard.app.cli;
