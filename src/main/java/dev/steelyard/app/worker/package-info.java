/**
 * The slices of a run on several machines: its own process offers them and does some, workers take and do the others. What they hand over
 * are kept cells, found by the hash of all that they depend on, so that nothing a worker does can be wrong, late or twice.
 *
 * <p>In: a run's {@code Measuring} on its own side; an offer and the shared store on a worker's. Out: which slice this process does next;
 * cells for the run to take over. Never imports: {@code publication}, {@code batch}, {@code closing}, {@code schedule}, {@code cli},
 * {@code records}, Spring.
 */
package dev.steelyard.app.worker;
