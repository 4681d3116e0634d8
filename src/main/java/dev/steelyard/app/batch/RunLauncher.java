package dev.steelyard.app.batch;

import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.app.calculation.InputRefused;
import dev.steelyard.app.calculation.JobPast;
import dev.steelyard.app.calculation.LogContext;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.publication.LedgerDisagrees;
import dev.steelyard.app.publication.LedgerProof;
import dev.steelyard.app.publication.Recovery;
import dev.steelyard.app.publication.Standstill;
import dev.steelyard.app.worker.Shareable;
import dev.steelyard.app.worker.SharedPieces;
import dev.steelyard.app.worker.WorkTally;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.govern.PeriodStanding;
import dev.steelyard.engine.pay.VoucherEntries;
import dev.steelyard.engine.run.ControlTotal;
import dev.steelyard.engine.run.Difference;
import dev.steelyard.engine.run.Reconciliation;
import dev.steelyard.ledger.database.Beside;
import dev.steelyard.ledger.database.IndexProof;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.LedgerHolder;
import dev.steelyard.ledger.pieces.Pace;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.ledger.store.PrivateFiles;
import dev.steelyard.output.publish.Edition;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Launches a run on an open ledger, or goes on with one that was killed or told to stop. Who holds the ledger is alone with it, so that an
 * execution which the repository calls running is a dead one.
 */
public final class RunLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(RunLauncher.class);

    private final RunRequest request;
    private final LedgerDatabase database;
    private final Progress progress;
    private final Pace pace;
    private final Ledger ledger;
    private final Recovery recovery;
    private final WorkTally tally = new WorkTally();

    public RunLauncher(RunRequest request, LedgerDatabase database, Progress progress) {
        this(request, database, progress, Pace.USUAL);
    }

    /** @param pace how quickly workers hear of it, where there are any */
    public RunLauncher(RunRequest request, LedgerDatabase database, Progress progress, Pace pace) {
        this.pace = pace;
        this.request = request;
        this.database = database;
        this.progress = progress;
        this.ledger = new Ledger(database.source());
        this.recovery = new Recovery(database, request.output(), request.host().now(), progress);
    }

    /**
     * Runs to the end.
     *
     * @throws InputRefused if the inputs are such that nothing can be scored
     * @throws Standstill if ledger and folders do not go together
     * @throws Unreconciled if figures that must agree do not
     * @throws LedgerDisagrees if what the run builds upon is not as it was published
     * @throws CancellationException if the run was told to stop; the next start goes on with it
     * @throws IOException if a file could not be read or written
     */
    public Outcome run() throws IOException {
        LogContext.begin(request.job().job(), request.period());
        try {
            LOG.atInfo()
                    .addKeyValue("mode", request.mode().code())
                    .addKeyValue("as_of", request.asOf())
                    .addKeyValue("threads", request.host().threads())
                    .log("run begins");
            Outcome outcome = hold();
            progress.end();
            log(outcome);
            return outcome;
        } finally {
            progress.end();
            LogContext.end();
        }
    }

    private static void log(Outcome outcome) {
        if (outcome instanceof Outcome.Published published) {
            LOG.atInfo()
                    .addKeyValue("revision", published.identity().revision())
                    .addKeyValue("files", published.inputs().size())
                    .addKeyValue("people", published.result().book().cards().size())
                    .addKeyValue("workers", published.workers().size())
                    .log("published");
        } else if (outcome instanceof Outcome.Unchanged unchanged) {
            LOG.atInfo().addKeyValue("revision", unchanged.newest().revision()).log("unchanged");
        }
    }

    private Outcome hold() throws IOException {
        LedgerHolder holder = LedgerHolder.ofThisProcess(
                request.job().job(), request.period().toString(), request.host().now());
        LedgerHolder.Note note = database.announce(holder, request.ledger());
        try {
            PrivateFiles.sweep(PrivateFiles.folder(request.ledger().resolve("store")));
            if (!request.isTrial()) {
                recovery.refuseLostLedger();
            }
            recovery.settle(request.job().job(), request.period());
            return launch(Beside.asked(new IndexProof(database.source())::broken));
        } finally {
            note.close();
        }
    }

    /** @param broken the ledger's indexes that are */
    private Outcome launch(Supplier<List<String>> broken) throws IOException {
        try (ConfigurableApplicationContext context = BatchApplication.start(database.source())) {
            ThreadPoolTaskExecutor workers = workerThreads();
            try {
                return run(context, workers, broken);
            } finally {
                workers.shutdown();
            }
        }
    }

    private ThreadPoolTaskExecutor workerThreads() {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(request.host().threads());
        threads.setMaxPoolSize(request.host().threads());
        threads.setThreadNamePrefix("worker-");
        // An error that nobody catches must not leave the process hanging.
        threads.setDaemon(true);
        threads.setTaskDecorator(LogContext.carried());
        threads.initialize();
        return threads;
    }

    private Outcome run(
            ConfigurableApplicationContext context, ThreadPoolTaskExecutor workers, Supplier<List<String>> broken)
            throws IOException {
        Optional<Outcome> outcome = Optional.empty();
        while (outcome.isEmpty()) {
            outcome = attempt(context, workers, broken);
        }
        return outcome.get();
    }

    /** @return empty where what an earlier attempt left is of no use: the next one begins anew */
    private Optional<Outcome> attempt(
            ConfigurableApplicationContext context, ThreadPoolTaskExecutor workers, Supplier<List<String>> broken)
            throws IOException {
        JobRepository repository = context.getBean(JobRepository.class);
        String name = request.job().job();
        Remains remains = new Remains(repository, request.host().now().toLocalDateTime());
        Remains.Attempt attempt = remains.next(name, parameters());
        if (attempt.isBegun()) {
            LOG.atInfo().log("goes on where it was stopped");
        }
        EarlierRuns earlier =
                EarlierRuns.of(database.source(), request, request.ledger().resolve("store"));
        LedgerProof.orRefuse(database.source(), request.output(), name, earlier.reads(), broken);
        RunInProgress run = new RunInProgress(request, earlier, progress);
        Publisher publisher = new Publisher(request, run, ledger, recovery, database.source(), tally);
        RunJob job = new RunJob(
                run,
                publisher,
                ledger,
                new RunJob.Framework(repository, context.getBean(PlatformTransactionManager.class), workers),
                this::shared);
        JobExecution execution;
        try {
            execution = execute(context.getBean(JobOperator.class), job.job(), attempt.parameters());
            if (execution.getStatus() != BatchStatus.COMPLETED && execution.getStatus() != BatchStatus.STOPPED) {
                throw failure(execution);
            }
        } catch (RuntimeException e) {
            if (!attempt.isBegun() || job.hasFailed()) {
                throw e;
            }
            // No step of ours is why: what lies in files is found again.
            LOG.atWarn().setCause(e).log("begins anew: what was left of the run cannot be gone on with");
            remains.abandon(name, attempt);
            return Optional.empty();
        }
        return outcome(execution, publisher);
    }

    /** How a run ended, by the job's exit code; empty where it went on with inputs that are not those of now. */
    private Optional<Outcome> outcome(JobExecution execution, Publisher publisher) throws IOException {
        if (execution.getStatus() == BatchStatus.STOPPED) {
            throw new CancellationException("the run was told to stop");
        }
        return switch (execution.getExitStatus().getExitCode()) {
            case FreezeStep.UNCHANGED -> Optional.of(unchanged());
            case FreezeStep.SUPERSEDED -> Optional.empty();
            case ReconcileStep.UNRECONCILED -> throw new Unreconciled(publisher.differences(), Optional.empty());
            default -> Optional.of(publisher.published());
        };
    }

    /** Pieces are offered to workers, where there are any. */
    private PiecesInOrder.Order shared(Shareable what) {
        return pieces -> {
            SharedPieces shared = new SharedPieces(request, database, what, pieces, pace, tally, progress::isToStop);
            return new PiecesInOrder.Turns() {
                @Override
                public int next() throws InterruptedException {
                    return shared.next();
                }

                @Override
                public void close() throws IOException {
                    shared.close();
                }
            };
        };
    }

    /** Control totals are no part of a run's identity: those stated since are compared with what was read then. */
    private Outcome unchanged() throws IOException {
        Publication newest =
                ledger.newest(request.job().job(), request.period()).orElseThrow();
        Path folder = request.output().resolve(newest.folder());
        Map<String, ControlTotal> stated = request.job().controlTotals(request.period());
        if (!stated.isEmpty()) {
            List<Difference> differences = new Reconciliation(request.schemas())
                    .controlTotals(stated, Manifest.read(folder).inputFiles())
                    .differences();
            if (!differences.isEmpty()) {
                throw new Unreconciled(differences, Optional.of(newest));
            }
        }
        return new Outcome.Unchanged(newest, folder, closed(newest.runId()));
    }

    private Optional<Outcome.Closed> closed(String runId) {
        JobPast past = new JobPast(database.source(), request.job().job());
        PeriodStanding standing = past.standing(request.period());
        return standing.closing()
                .map(close -> new Outcome.Closed(
                        close.revision(),
                        close.asOf(),
                        Edition.closed(
                                        request.output(),
                                        close.job(),
                                        close.period(),
                                        close.revision(),
                                        standing.closes(close.revision()),
                                        runId)
                                .folder(),
                        past.nextOpen(request.period())));
    }

    /** What attempts at the same have in common. */
    private JobParameters parameters() {
        return new JobParametersBuilder()
                .addString("period", request.period().toString())
                .addString("mode", request.mode().code())
                .toJobParameters();
    }

    private static JobExecution execute(JobOperator operator, Job job, JobParameters parameters) {
        try {
            return operator.start(job, parameters);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the run cannot be started: " + e.getMessage(), e);
        }
    }

    /** The first reason why a step failed, as the floors below said it. */
    private static RuntimeException failure(JobExecution execution) throws IOException {
        for (Throwable reason : execution.getAllFailureExceptions()) {
            for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
                if (cause instanceof InputRefused refused) {
                    return refused;
                }
                if (cause instanceof WorkingDays.UnknownYear unknown) {
                    return unknown;
                }
                if (cause instanceof VoucherEntries.Unbalanced unbalanced) {
                    return unbalanced;
                }
                if (cause instanceof UncheckedIOException io) {
                    throw io.getCause();
                }
                if (cause instanceof IOException io) {
                    throw io;
                }
                if (cause instanceof SQLException) {
                    return new IllegalStateException("the run failed in the database", cause);
                }
            }
        }
        Throwable first =
                execution.getAllFailureExceptions().stream().findFirst().orElse(null);
        return new IllegalStateException(
                "the run failed: " + execution.getExitStatus().getExitCode(), first);
    }
}
