package dev.steelyard.app.worker;

import dev.steelyard.app.calculation.LogContext;
import dev.steelyard.app.calculation.Recipe;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.pieces.Crew;
import dev.steelyard.ledger.pieces.Offer;
import dev.steelyard.ledger.pieces.OfferedPieces;
import dev.steelyard.ledger.pieces.Pace;
import dev.steelyard.ledger.store.ContentStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In which order this process does the pieces of a run. Alone, by their numbers. As soon as a worker is there all that nobody has begun is
 * offered; then this process takes one after the other like any worker, and what a worker did comes next: it is taken over in no time.
 * Every piece comes up once. One that a worker keeps for too long comes up all the same.
 */
public final class SharedPieces implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedPieces.class);

    /** So many times as rarely is looked for workers where there are none as for what they did. */
    private static final int RARELY = 4;

    private static final int NOTHING = -1;

    private final RunRequest request;
    private final LedgerDatabase database;
    private final Shareable what;
    private final Pace pace;
    private final WorkTally tally;
    private final BooleanSupplier stop;
    private final ScheduledExecutorService lookout;

    /** Those that did not come up yet. */
    private final SortedSet<Integer> left;

    /** What each thread does, as long as it does not ask for the next. */
    private final Map<Thread, Integer> mine = new HashMap<>();

    /** Those that workers did, and that did not come up yet. */
    private final Deque<Integer> done = new ArrayDeque<>();

    private OfferedPieces offered;
    private boolean isAlone;
    private int looks;
    private RuntimeException failure;

    /**
     * @param request what is run
     * @param pieces those to be done
     * @param tally counts what workers did
     * @param stop whether the run is to stop
     */
    public SharedPieces(
            RunRequest request,
            LedgerDatabase database,
            Shareable what,
            Collection<Integer> pieces,
            Pace pace,
            WorkTally tally,
            BooleanSupplier stop) {
        this.request = request;
        this.database = database;
        this.what = what;
        this.left = new TreeSet<>(pieces);
        this.pace = pace;
        this.tally = tally;
        this.stop = stop;
        this.lookout = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lookout");
            thread.setDaemon(true);
            return thread;
        });
        if (database.isShared()) {
            OfferedPieces.withdrawFormer(database.source());
            look();
            long every = pace.asking().toMillis();
            lookout.scheduleWithFixedDelay(LogContext.carrying(this::look), every, every, TimeUnit.MILLISECONDS);
        }
    }

    /** The next piece that this process is to do; waits where workers have all that is left. To be asked once for each piece. */
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
            Integer before = mine.remove(Thread.currentThread());
            Optional<OfferedPieces.Own> next = offered.take(before == null ? NOTHING : before);
            if (next.isPresent() && left.contains(next.get().piece())) {
                takenBack(next.get());
                mine.put(Thread.currentThread(), next.get().piece());
                return up(next.get().piece());
            }
            wait(pace.asking().toMillis());
        }
    }

    private void takenBack(OfferedPieces.Own own) {
        if (!own.from().isEmpty()) {
            tally.lost(own.from());
            LOG.atWarn()
                    .addKeyValue("kind", what.kind())
                    .addKeyValue("piece", own.piece())
                    .addKeyValue("worker", own.from())
                    .log("taken back from a worker that is silent or slow");
        }
    }

    private int up(int piece) {
        left.remove(piece);
        return piece;
    }

    /** Looks whether there are workers, or what they did. */
    private synchronized void look() {
        try {
            if (left.isEmpty() || isAlone) {
                return;
            }
            if (offered == null) {
                lookForWorkers();
            } else {
                for (OfferedPieces.Done one : offered.done()) {
                    if (left.contains(one.piece()) && !done.contains(one.piece())) {
                        LOG.atInfo()
                                .addKeyValue("kind", what.kind())
                                .addKeyValue("piece", one.piece())
                                .addKeyValue("worker", one.worker())
                                .log("done by a worker");
                        tally.did(one.worker());
                        what.did(one.piece(), one.name());
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
                Optional<Recipe> recipe = what.recipe();
                isAlone = recipe.isEmpty();
                if (recipe.isPresent()) {
                    offer(recipe.get(), workers);
                }
            }
        }
    }

    private void offer(Recipe recipe, int workers) throws IOException {
        Offer offer = new Offer(
                "",
                what.run(),
                what.kind(),
                request.job().job(),
                request.period().toString(),
                recipe.keep(new ContentStore(request.ledger().resolve("store"))),
                request.host().engine());
        offered = OfferedPieces.of(database.source(), pace, offer, left);
        LOG.atInfo()
                .addKeyValue("kind", what.kind())
                .addKeyValue("pieces", left.size())
                .addKeyValue("workers", workers)
                .log("offered to workers");
    }

    /** Nothing more is offered. */
    @Override
    public void close() throws IOException {
        lookout.shutdownNow();
        synchronized (this) {
            if (offered != null) {
                tally.refusing(Crew.of(database.source()));
                offered.withdraw();
                what.over();
            }
        }
    }
}
