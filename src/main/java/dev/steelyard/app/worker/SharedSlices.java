package dev.steelyard.app.worker;

import dev.steelyard.app.calculation.Measuring;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.pieces.Offer;
import dev.steelyard.ledger.pieces.OfferedPieces;
import dev.steelyard.ledger.pieces.Pace;
import dev.steelyard.ledger.store.ContentStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In which order this process does the slices of a run. Alone, by their numbers. As soon as a worker is there all that nobody has begun is
 * offered; then this process takes one after the other like any worker, and what a worker did comes next: it is taken over in no time.
 * Every slice comes up once. One that a worker keeps for too long comes up all the same.
 */
public final class SharedSlices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedSlices.class);

    /** So many times as rarely is looked for workers where there are none as for what they did. */
    private static final int RARELY = 4;

    private final RunRequest request;
    private final LedgerDatabase database;
    private final Measuring measuring;
    private final Pace pace;
    private final BooleanSupplier stop;
    private final ScheduledExecutorService lookout;

    /** Those that did not come up yet. */
    private final SortedSet<Integer> left;

    /** Those that workers did, and that did not come up yet. */
    private final Deque<Integer> done = new ArrayDeque<>();

    private OfferedPieces offered;
    private int looks;
    private RuntimeException failure;

    /**
     * @param request what is run
     * @param slices those to be done
     * @param stop whether the run is to stop
     */
    public SharedSlices(
            RunRequest request,
            LedgerDatabase database,
            Measuring measuring,
            Collection<Integer> slices,
            Pace pace,
            BooleanSupplier stop) {
        this.request = request;
        this.database = database;
        this.measuring = measuring;
        this.left = new TreeSet<>(slices);
        this.pace = pace;
        this.stop = stop;
        this.lookout = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lookout");
            thread.setDaemon(true);
            return thread;
        });
        if (database.isShared() && measuring.isShareable()) {
            look();
            long every = pace.asking().toMillis();
            lookout.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
        }
    }

    /** The next slice that this process is to do; waits where workers have all that is left. To be asked once for each slice. */
    public synchronized int next() throws InterruptedException {
        while (true) {
            if (failure != null) {
                throw failure;
            }
            if (stop.getAsBoolean() || offered == null) {
                return up(left.first());
            }
            if (!done.isEmpty()) {
                return up(done.poll());
            }
            OptionalInt mine = offered.take();
            if (mine.isPresent() && left.contains(mine.getAsInt())) {
                return up(mine.getAsInt());
            }
            wait(pace.asking().toMillis());
        }
    }

    private int up(int slice) {
        left.remove(slice);
        return slice;
    }

    /** Looks whether there are workers, or what they did. */
    private synchronized void look() {
        try {
            if (left.isEmpty()) {
                return;
            }
            if (offered == null) {
                lookForWorkers();
            } else {
                for (OfferedPieces.Done one : offered.done()) {
                    if (left.contains(one.piece()) && !done.contains(one.piece())) {
                        LOG.atInfo()
                                .addKeyValue("slice", one.piece())
                                .addKeyValue("worker", one.worker())
                                .log("measured by a worker");
                        done.add(one.piece());
                    }
                }
            }
        } catch (IOException e) {
            failure = new UncheckedIOException(e);
        } catch (RuntimeException e) {
            failure = e;
        }
        notifyAll();
    }

    private void lookForWorkers() throws IOException {
        if (looks++ % RARELY == 0) {
            int workers = OfferedPieces.workers(database.source(), pace);
            if (workers > 0) {
                offer(workers);
            }
        }
    }

    private void offer(int workers) throws IOException {
        Offer offer = new Offer(
                "",
                measuring.runIds().get(0),
                request.job().job(),
                request.period().toString(),
                measuring.recipe().keep(new ContentStore(request.ledger().resolve("store"))),
                request.host().engine());
        offered = OfferedPieces.of(database.source(), pace, offer, left);
        LOG.atInfo()
                .addKeyValue("slices", left.size())
                .addKeyValue("workers", workers)
                .log("slices are offered to workers");
    }

    /** Nothing more is offered. */
    @Override
    public void close() {
        lookout.shutdownNow();
        synchronized (this) {
            if (offered != null) {
                offered.withdraw();
            }
        }
    }
}
