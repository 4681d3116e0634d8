/**
 * The pieces of a run on several machines: its own process offers them and does some, workers take and do the others. Slices are handed over
 * as kept cells, found by the hash of all that they depend on; bundles of files under a name that only a counted turn has. So nothing a
 * worker does can be wrong, late or twice.
 *
 * <p>In: a run's recipe on its own side; an offer, the shared store and the ledger to read from on a worker's. Out: which piece this process
 * does next; cells and bundles for the run to take over. Never imports: {@code batch}, {@code closing}, {@code schedule}, {@code cli},
 * Spring.
 */
package dev.steelyard.app.worker;
