/**
 * Why a person's figures are what they are: the tree from the final down to numerators and denominators.
 *
 * <p>In: a {@link dev.steelyard.engine.run.RunResult}, who reads it, and where source rows come from. Out: {@link
 * dev.steelyard.engine.trace.Step}s in Chinese and English. Never imports: a reader, a writer, a file, a clock, a framework.
 */
package dev.steelyard.engine.explain;
