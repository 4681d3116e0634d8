/**
 * What is to be said, before anybody's language: a key of the bundles and what fills its sentence.
 *
 * <p>In: facts and figures of every station. Out: {@link dev.steelyard.engine.said.Said}, which the room {@code words} renders.
 * Never imports: any other package of the house, a framework.
 */
package dev.steelyard.engine.said;
