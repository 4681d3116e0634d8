/**
 * A run in three values, whoever asks for it: {@code Intake} → {@code Measuring} → {@code Calculated}.
 *
 * <p>In: a request, the input folder or what a manifest names in the store, what the ledger holds of earlier periods. Out: the result, what is
 * said of every row, and the run id. Never imports: {@code publication}, {@code batch}, {@code closing}, {@code schedule}, {@code cli}.
 */
package dev.steelyard.app.calculation;
