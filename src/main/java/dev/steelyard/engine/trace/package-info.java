/**
 * The tree behind a number: figures as they are printed, and the arithmetic that leads from one to the next.
 *
 * <p>In: plain decimals and texts. Out: steps that a pocket calculator can redo, each from the figures below it, in
 * Chinese and English. Never imports: any floor but {@code unit} and {@code said}, a framework, a file.
 */
package dev.steelyard.engine.trace;
