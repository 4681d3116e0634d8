/**
 * What a console shows: words by key, columns, bars, numbers, moments, what a program reads.
 *
 * <p>In: keys and values. Out: lines, JSON, exit codes and refusals. Never imports: any verb: {@code verb}, {@code run}, {@code period}.
 */
package dev.steelyard.app.cli.text;
