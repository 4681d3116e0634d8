package dev.steelyard.app.batch;

import dev.steelyard.app.calculation.LogContext;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.Progress.Phase;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.engine.run.Purpose;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The job: freeze → measure → doubles → remeasure → calculate → stage → report → reconcile → publish. */
final class RunSteps {

    /** Freezing found that the newest revision was made from the same. */
    static final String UNCHANGED = "UNCHANGED";

    /** Freezing found other inputs than those which the killed run began with: it is not to be continued. */
    static final String SUPERSEDED = "SUPERSEDED";

    /** Figures that must agree do not: nothing is published. */
    static final String UNRECONCILED = "UNRECONCILED";

    private static final Logger LOG = LoggerFactory.getLogger(RunSteps.class);

    private static final String RUN_ID = "runId";

    private final RunRequest request;
    private final RunInProgress run;
    private final Publisher publisher;
    private final Ledger ledger;
    private final Progress progress;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final TaskExecutor threads;

    private volatile boolean failed;

    RunSteps(
            RunRequest request,
            RunInProgress run,
            Publisher publisher,
            Ledger ledger,
            Progress progress,
            JobRepository repository,
            PlatformTransactionManager transactions,
            TaskExecutor threads) {
        this.request = request;
        this.run = run;
        this.publisher = publisher;
        this.ledger = ledger;
        this.progress = progress;
        this.repository = repository;
        this.transactions = transactions;
        this.threads = threads;
    }

    Job job() {
        Step freeze = freeze();
        Step reconcile = reconcile();
        return new JobBuilder(request.job().job(), repository)
                .start(freeze)
                .on(UNCHANGED)
                .end(UNCHANGED)
                .from(freeze)
                .on(SUPERSEDED)
                .end(SUPERSEDED)
                .from(freeze)
                .on(ExitStatus.COMPLETED.getExitCode())
                .to(measure())
                .next(step("doubles", Phase.SETTLE, run::doubles))
                .next(remeasure())
                .next(step(
                        "calculate",
                        request.job().does() == Purpose.SCORING ? Phase.SCORE : Phase.LOOK,
                        run::calculated))
                .next(step("stage", Phase.REPORT, publisher::begin))
                .next(report())
                .next(reconcile)
                .on(UNRECONCILED)
                .end(UNRECONCILED)
                .from(reconcile)
                .on(ExitStatus.COMPLETED.getExitCode())
                .to(step("publish", Phase.PUBLISH, publisher::publish))
                .from(reconcile)
                .on("*")
                .fail()
                .from(freeze)
                .on("*")
                .fail()
                .end()
                .build();
    }

    /**
     * Runs at every start, also when a killed run goes on: what it finds tells whether there is anything to go on with. The
     * inputs themselves are copied only once.
     */
    private Step freeze() {
        return new StepBuilder("freeze", repository)
                .tasklet(
                        untilStopped(contribution -> {
                            run.open();
                            LogContext.run(run.runId());
                            StepExecution step = contribution.getStepExecution();
                            ExecutionContext context = step.getJobExecution().getExecutionContext();
                            String begun = context.getString(RUN_ID, run.runId());
                            if (!begun.equals(run.runId())) {
                                publisher.abandon(begun);
                                contribution.setExitStatus(new ExitStatus(SUPERSEDED));
                            } else if (isUnchanged()) {
                                // A kill after the record may have left them.
                                run.dropSlices();
                                contribution.setExitStatus(new ExitStatus(UNCHANGED));
                            }
                            context.putString(RUN_ID, begun);
                        }),
                        transactions)
                .allowStartIfComplete(true)
                .build();
    }

    /** Runs at every start too: what is published was compared by the process that publishes it. */
    private Step reconcile() {
        return new StepBuilder("reconcile", repository)
                .tasklet(
                        untilStopped(contribution -> {
                            progress.begin(Phase.RECONCILE, 0);
                            if (!publisher.reconcile()) {
                                contribution.setExitStatus(new ExitStatus(UNRECONCILED));
                            }
                        }),
                        transactions)
                .allowStartIfComplete(true)
                .build();
    }

    private boolean isUnchanged() {
        Optional<Publication> newest = ledger.newest(request.job().job(), request.period());
        return !request.isTrial()
                && newest.filter(revision -> run.isUnchangedSince(revision.runId()))
                        .isPresent();
    }

    private Step measure() {
        return partitioned(
                "measure",
                "slice",
                () -> {
                    progress.begin(Phase.MEASURE, run.measuring().bytes());
                    return numbers(run.measuring().slices());
                },
                (slice, step) -> {
                    // An attempt that was given up may have come to it.
                    if (!run.measuring().has(slice)) {
                        run.measuring().measure(slice, Map.of());
                    }
                    count(run.measuring().counts(slice), step);
                });
    }

    /** Slices that hold rows which do not count are measured again without them. */
    private Step remeasure() {
        return partitioned("remeasure", "slice", () -> run.doubles().keySet(), (slice, step) -> {
            run.measuring().measure(slice, run.doubles().get(slice));
            count(run.measuring().counts(slice), step);
        });
    }

    /** A row that is used is written, one that lies elsewhere, does not count or comes again is filtered, one that is rejected is skipped. */
    private static void count(Counts rows, StepContribution step) {
        step.getStepExecution().setReadCount(rows.read());
        step.incrementWriteCount(rows.used());
        step.incrementFilterCount(rows.outOfWindow() + rows.excluded() + rows.duplicate());
        step.incrementReadSkipCount(rows.rejected());
    }

    /** The edition's files but for its manifest; where a killed run goes on, those that are missing. */
    private Step report() {
        return partitioned("report", "bundle", () -> numbers(publisher.bundles().size()), (bundle, step) -> {
            progress.begin(Phase.REPORT, 0);
            publisher.write(bundle);
            step.incrementWriteCount(publisher.bundles().get(bundle).files().size());
        });
    }

    private static Collection<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** The pieces of a step, by number. */
    @FunctionalInterface
    private interface Pieces {
        Collection<Integer> find() throws IOException;
    }

    /** What is done with a piece. */
    @FunctionalInterface
    private interface PieceWork {
        void run(int piece, StepContribution step) throws IOException;
    }

    /**
     * A step that does its pieces on all threads; a piece is one transaction. A piece is known by its step's name, {@code
     * measure-slice:slice12}: the framework stores a step and its context in two commits, and a kill between them leaves an empty one.
     */
    private Step partitioned(String name, String piece, Pieces pieces, PieceWork work) {
        String worker = name + "-" + piece;
        Partitioner partitioner = gridSize -> {
            Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
            found(pieces).forEach(number -> partitions.put(piece + number, new ExecutionContext()));
            return partitions;
        };
        return new StepBuilder(name, repository)
                .partitioner(worker, partitioner)
                .partitionHandler(new PiecesInOrder(
                        new StepBuilder(worker, repository)
                                .tasklet(
                                        untilStopped(contribution -> {
                                            int number = number(contribution.getStepExecution());
                                            work.run(number, contribution);
                                            LOG.atDebug()
                                                    .addKeyValue(piece, number)
                                                    .log("done");
                                        }),
                                        transactions)
                                .build(),
                        threads))
                .build();
    }

    /** The piece that a step does, as its name tells: what stands behind its last letter. */
    private static int number(StepExecution piece) {
        return Integer.parseInt(piece.getStepName().replaceFirst(".*\\D", ""));
    }

    /** Begins the pieces by their numbers, so that those which take longest do not come last. */
    private static final class PiecesInOrder extends TaskExecutorPartitionHandler {
        PiecesInOrder(Step worker, TaskExecutor threads) {
            setStep(worker);
            setTaskExecutor(threads);
        }

        @Override
        protected Set<StepExecution> doHandle(StepExecution whole, Set<StepExecution> pieces) throws Exception {
            return super.doHandle(
                    whole,
                    pieces.stream()
                            .sorted(Comparator.comparing(RunSteps::number))
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    private static Collection<Integer> found(Pieces pieces) {
        try {
            return pieces.find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether what is done in a step failed; else, where the job did, it was the repository. */
    boolean hasFailed() {
        return failed;
    }

    /** What is done in a step. */
    @FunctionalInterface
    private interface StepWork {
        void run(StepContribution contribution) throws IOException;
    }

    /**
     * Does the work, unless the run is to stop: then the step ends as stopped, with what it has finished, and so does the job.
     * JobOperator.stop() would do that from outside, but in the process that runs the job it does more than is good.
     */
    private Tasklet untilStopped(StepWork work) {
        return (contribution, chunk) -> {
            try {
                progress.mayGoOn();
                work.run(contribution);
            } catch (CancellationException stopped) {
                contribution.getStepExecution().setTerminateOnly();
            } catch (IOException | RuntimeException | Error e) {
                failed = true;
                throw e;
            }
            return RepeatStatus.FINISHED;
        };
    }

    /** What a plain step does. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private Step step(String name, Phase phase, Work work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        untilStopped(contribution -> {
                            progress.begin(phase, 0);
                            work.run();
                        }),
                        transactions)
                .build();
    }
}
