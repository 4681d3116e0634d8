/**
 * What is wrong with an export, a plan or a person's facts, and where.
 *
 * <p>In: findings of every floor. Out: values with a stable code, the place, and what to do. Texts stand in the
 * bundles under the codes. Never imports: any floor but {@code said} and {@code unit}.
 */
package dev.steelyard.engine.problem;
