package dev.steelyard.app.worker;

import dev.steelyard.app.calculation.Progress;
import dev.steelyard.ledger.database.LedgerFailed;
import dev.steelyard.ledger.pieces.Offer;
import dev.steelyard.ledger.pieces.Pace;
import dev.steelyard.ledger.pieces.Taken;
import dev.steelyard.ledger.pieces.WorkerSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes pieces of whatever run holds the ledger and does them, until it is told to stop. It needs the database and the folder of the
 * outputs, freezes nothing, writes no table of the ledger, and no file but kept cells and bundles. It holds no lease: what it
 * says of a piece counts as long as the run that offered it holds the ledger and nobody else took the piece since.
 */
public final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final DataSource shared;
    private final WorkerSession session;
    private final Pace pace;
    private final Path output;
    private final WorkerSession.Who who;
    private final WorkerWatch watch;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicLong pieces = new AtomicLong();

    /** The offer that was looked at last, and what came of it. */
    private Optional<Offer> looked = Optional.empty();

    private Optional<RebuiltRun> run = Optional.empty();
    private volatile String refusal = "";
    private final AtomicBoolean isAway = new AtomicBoolean();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /**
     * @param shared the database, without the lease
     * @param output where the run publishes, and where ledger/store and ledger/cells lie that both reach
     */
    public Worker(DataSource shared, Pace pace, Path output, WorkerSession.Who who, WorkerWatch watch) {
        this.shared = shared;
        this.session = new WorkerSession(shared, pace, who);
        this.pace = pace;
        this.output = output;
        this.who = who;
        this.watch = watch;
    }

    /** It is to stop: a piece at hand is given back. */
    public void stop() {
        stopped.countDown();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /**
     * Works until it is told to stop.
     *
     * @throws Error or a RuntimeException if one of its threads ended by it: a worker without it would seem to work
     */
    public void work() throws IOException, InterruptedException {
        patiently(() -> session.beat(refusal, 0));
        watch.joined();
        List<Thread> threads = new ArrayList<>();
        threads.add(begin("beat", this::beat));
        for (int i = 0; i < who.threads(); i++) {
            threads.add(begin("worker-" + (i + 1), this::takePieces));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (run.isPresent()) {
            run.get().close();
        }
        try {
            session.close();
        } catch (LedgerFailed e) {
            LOG.atInfo().setCause(e).log("left without saying so");
        }
        if (failure.get() instanceof Error error) {
            throw error;
        }
        if (failure.get() instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** What a thread does until the worker is to stop. */
    @FunctionalInterface
    private interface Loop {
        void run() throws InterruptedException;
    }

    private Thread begin(String name, Loop loop) {
        Thread thread = new Thread(
                () -> {
                    try {
                        loop.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (RuntimeException | Error e) {
                        failure.compareAndSet(null, e);
                    } finally {
                        stop();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private boolean pause(long millis) throws InterruptedException {
        return stopped.await(millis, TimeUnit.MILLISECONDS);
    }

    private void beat() throws InterruptedException {
        while (!pause(pace.beat().toMillis())) {
            patiently(() -> session.beat(refusal, pieces.get()));
        }
    }

    /** A call of the database. */
    @FunctionalInterface
    private interface Call {
        void call();
    }

    /** Asks a database that is away again, until it is there or the worker is to stop. */
    private boolean patiently(Call call) throws InterruptedException {
        do {
            try {
                call.call();
                isAway(null);
                return true;
            } catch (LedgerFailed e) {
                isAway(e);
            }
        } while (!pause(pace.beat().toMillis()));
        return false;
    }

    /** Never waits for who rebuilds a run: then nobody would say that the worker is alive. */
    private void isAway(LedgerFailed failure) {
        boolean wasAway = isAway.getAndSet(failure != null);
        if (!wasAway && failure != null) {
            LOG.atWarn().setCause(failure).log("the database is away");
            watch.isAway(failure);
        } else if (wasAway && failure == null) {
            LOG.info("the database is there again");
            watch.isBack();
        }
    }

    /** A piece that was taken, and what it is done with. */
    private record Hold(Taken taken, RebuiltRun of) {}

    private void takePieces() throws InterruptedException {
        while (!isStopped()) {
            List<Hold> holds = new ArrayList<>();
            patiently(() -> take().ifPresent(holds::add));
            if (holds.isEmpty()) {
                pause(pace.asking().toMillis());
            } else {
                work(holds.get(0));
            }
        }
    }

    /** Of the run that it helps already; else of what is offered now. */
    private Optional<Hold> take() {
        Optional<Hold> next = takeOf(helped());
        if (next.isPresent()) {
            return next;
        }
        Optional<Offer> offered = session.offer();
        return look(offered) ? takeOf(helped()) : Optional.empty();
    }

    private Optional<Hold> takeOf(Optional<Helped> helped) {
        return helped.flatMap(one -> session.take(one.offer()).map(taken -> new Hold(taken, one.run())));
    }

    /** A run that could be rebuilt here. */
    private record Helped(Offer offer, RebuiltRun run) {}

    private synchronized Optional<Helped> helped() {
        return refusal.isEmpty() && looked.isPresent()
                ? run.map(one -> new Helped(looked.get(), one))
                : Optional.empty();
    }

    /** Rebuilds the run that is offered, once for all threads; says whether it is another than before. */
    private synchronized boolean look(Optional<Offer> offered) {
        if (looked.equals(offered)) {
            return false;
        }
        looked = offered;
        refusal = "";
        try {
            if (run.isPresent()) {
                // Who still measures a slice of it measures in vain.
                run.get().close();
                run = Optional.empty();
            }
            if (offered.isPresent()) {
                RebuiltRun.Place place = new RebuiltRun.Place(shared, output, who.engine(), who.threads());
                RebuiltRun.Rebuilt rebuilt = RebuiltRun.of(offered.get(), place, reading());
                run = rebuilt.run();
                rebuilt.refusal().ifPresentOrElse(why -> refused(offered.get(), why, null), () -> helps(offered.get()));
            }
        } catch (CancellationException e) {
            return false;
        } catch (LedgerFailed e) {
            // Once more, when it is there again.
            looked = Optional.empty();
            throw e;
        } catch (IOException | RuntimeException e) {
            refused(offered.orElseThrow(), OfferRefusal.FAILED, e);
        }
        session.beat(refusal, pieces.get());
        return true;
    }

    private void helps(Offer offer) {
        LOG.atInfo().addKeyValue("run", offer.run()).log("helps");
        watch.helps(offer);
    }

    private synchronized void refused(Offer offer, OfferRefusal why, Throwable failure) {
        if (!looked.equals(Optional.of(offer))) {
            return;
        }
        refusal = why.code();
        LOG.atWarn()
                .setCause(failure)
                .addKeyValue("run", offer.run())
                .addKeyValue("refusal", refusal)
                .log("takes nothing");
        watch.refuses(offer, why);
    }

    private Progress reading() {
        return new Progress() {
            @Override
            public void begin(Phase phase, long bytes) {}

            @Override
            public void read(long rows, long bytes) {}

            @Override
            public boolean isToStop() {
                return isStopped();
            }
        };
    }

    private void work(Hold hold) throws InterruptedException {
        Taken taken = hold.taken();
        try {
            watch.takes(taken.offer(), taken.piece());
            hold.of().work(taken);
        } catch (CancellationException e) {
            giveBack(taken);
            return;
        } catch (IOException | RuntimeException e) {
            refused(taken.offer(), OfferRefusal.FAILED, e);
            giveBack(taken);
            return;
        } catch (Error e) {
            giveBack(taken);
            throw e;
        }
        boolean[] counts = {false};
        if (patiently(() -> counts[0] = session.done(taken))) {
            pieces.incrementAndGet();
            LOG.atInfo()
                    .addKeyValue("kind", taken.offer().kind())
                    .addKeyValue("piece", taken.piece())
                    .addKeyValue("counts", counts[0])
                    .log("done");
            watch.did(taken.offer(), taken.piece(), counts[0]);
        }
    }

    /** Others need not wait until it is known to be silent. */
    private void giveBack(Taken taken) {
        try {
            session.giveBack(taken);
        } catch (LedgerFailed e) {
            LOG.atInfo().setCause(e).log("not given back");
        }
    }
}
