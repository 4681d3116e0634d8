/**
 * What people read, in their language: one bundle a language, and what renders its sentences.
 *
 * <p>In: keys with arguments ({@link dev.steelyard.engine.said.Said}), problems, and the names that a plan and its datasets give
 * to things. Out: sentences. A language is one file beside this package, {@code xx.properties}; adding one needs no Java. Never
 * imports: {@code ledger}, {@code input}, {@code output}, {@code app}, a framework, a clock, the machine's locale.
 */
package dev.steelyard.words;
