/**
 * What a monthly review talks about: needs, growth quality, actions.
 *
 * <p>In: registers, measured figures. Out: what the review book shows. Never imports: {@code people}, {@code committee}, {@code govern}, {@code run}, a reader, a file, a framework.
 */
package dev.steelyard.engine.insight.review;
