package dev.steelyard.app.worker;

import dev.steelyard.ledger.pieces.Crew;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What workers did for a run. Threads may count at the same time. */
public final class WorkTally {

    private final Map<String, Worker> workers = new ConcurrentSkipListMap<>();

    /**
     * A worker.
     *
     * @param name its machine and process
     * @param done how many pieces the run took over
     * @param lost how many the run took back, because it was silent, or had them for too long
     * @param refusal why it took nothing; blank where it did
     */
    public record Worker(String name, int done, int lost, String refusal) {

        Worker plus(Worker other) {
            return new Worker(
                    name, done + other.done, lost + other.lost, other.refusal.isEmpty() ? refusal : other.refusal);
        }
    }

    void did(String worker) {
        count(new Worker(worker, 1, 0, ""));
    }

    void lost(String worker) {
        count(new Worker(worker, 0, 1, ""));
    }

    /** Those that are there and take nothing. */
    void refusing(Crew crew) {
        crew.workers().stream()
                .filter(one -> !one.refusal().isEmpty())
                .forEach(one -> count(new Worker(one.host() + " " + one.pid(), 0, 0, one.refusal())));
    }

    private void count(Worker worker) {
        workers.merge(worker.name(), worker, Worker::plus);
    }

    /** By their names. */
    public List<Worker> workers() {
        return List.copyOf(workers.values());
    }
}
