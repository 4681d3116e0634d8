/**
 * What is wrong with a file that people write, and where.
 *
 * <p>In: a code of the catalogue, a place, named words. Out: text in Chinese or English with the line it stands in. Never
 * imports: any floor but {@code words} and {@code said}.
 */
package dev.steelyard.input.planfile.mistake;
