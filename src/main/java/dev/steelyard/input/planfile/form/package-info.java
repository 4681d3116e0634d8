/**
 * How plans are written where it differs from plain records: conditions, facts, curves, measures.
 *
 * <p>In: nodes. Out: values of {@code plan}. Never imports: files, checks.
 */
package dev.steelyard.input.planfile.form;
