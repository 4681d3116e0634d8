package dev.steelyard.app.batch;

import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.Progress.Phase;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.worker.Shareable;
import dev.steelyard.ledger.pieces.Offer;
import dev.steelyard.ledger.records.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.PartitionStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The job: freeze → measure → duplicates → remeasure → calculate → stage → report → reconcile → publish. */
final class RunJob {

    private final RunRequest request;
    private final RunInProgress run;
    private final Publisher publisher;
    private final Ledger ledger;
    private final Progress progress;
    private final Framework framework;
    private final Sharing sharing;
    private final AtomicBoolean failed = new AtomicBoolean();

    /** In which order pieces are done here, while others may do some. */
    @FunctionalInterface
    interface Sharing {
        PiecesInOrder.Order of(Shareable pieces);
    }

    /**
     * By what Spring Batch keeps a job and works at it.
     *
     * @param threads on which pieces are done
     */
    record Framework(JobRepository repository, PlatformTransactionManager transactions, TaskExecutor threads) {}

    RunJob(RunInProgress run, Publisher publisher, Ledger ledger, Framework framework, Sharing sharing) {
        this.request = run.request();
        this.run = run;
        this.publisher = publisher;
        this.ledger = ledger;
        this.progress = run.progress();
        this.framework = framework;
        this.sharing = sharing;
    }

    Job job() {
        Step freeze = tasklet("freeze", new FreezeStep(request, run, publisher, ledger))
                .allowStartIfComplete(true)
                .build();
        Step reconcile = tasklet("reconcile", new ReconcileStep(publisher))
                .allowStartIfComplete(true)
                .listener(new PhaseListener(progress, Phase.RECONCILE))
                .build();
        Phase calculating = request.job().does().scores() ? Phase.SCORE : Phase.LOOK;
        return new JobBuilder(request.job().job(), framework.repository())
                .start(freeze)
                .on(FreezeStep.UNCHANGED)
                .end(FreezeStep.UNCHANGED)
                .from(freeze)
                .on(FreezeStep.SUPERSEDED)
                .end(FreezeStep.SUPERSEDED)
                .from(freeze)
                .on(ExitStatus.COMPLETED.getExitCode())
                .to(measure())
                .next(step("duplicates", Phase.SETTLE, step -> run.measuring().duplicates()))
                .next(remeasure())
                .next(step("calculate", calculating, step -> run.calculated()))
                .next(step("stage", Phase.REPORT, step -> publisher.begin()))
                .next(report())
                .next(reconcile)
                .on(ReconcileStep.UNRECONCILED)
                .end(ReconcileStep.UNRECONCILED)
                .from(reconcile)
                .on(ExitStatus.COMPLETED.getExitCode())
                .to(step("publish", Phase.PUBLISH, step -> publisher.publish()))
                .from(reconcile)
                .on("*")
                .fail()
                .from(freeze)
                .on("*")
                .fail()
                .end()
                .build();
    }

    private Step measure() {
        return partitioned(
                        "measure",
                        "slice",
                        new SliceStep(run, false),
                        () -> numbers(run.measuring().slices()),
                        sharing.of(new SharedSlices(run, Offer.Kind.SLICES)))
                .listener(new PhaseListener(
                        progress, Phase.MEASURE, () -> run.measuring().bytes()))
                .build();
    }

    /** Slices that hold rows which do not count are measured again without them. */
    private Step remeasure() {
        return partitioned(
                        "remeasure",
                        "slice",
                        new SliceStep(run, true),
                        () -> run.measuring().duplicates().keySet(),
                        sharing.of(new SharedSlices(run, Offer.Kind.AGAIN)))
                .build();
    }

    private Step report() {
        return partitioned(
                        "report",
                        "bundle",
                        new BundleStep(publisher),
                        () -> numbers(publisher.bundles().size()),
                        sharing.of(publisher.shared()),
                        new PhaseListener(progress, Phase.REPORT))
                .build();
    }

    private static Collection<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** The pieces of a step, by number. */
    @FunctionalInterface
    private interface Pieces {
        Collection<Integer> find() throws IOException;
    }

    /**
     * A step that is done in pieces.
     *
     * @param listeners who hears of each piece
     */
    private PartitionStepBuilder partitioned(
            String name,
            String piece,
            StepWork work,
            Pieces pieces,
            PiecesInOrder.Order order,
            StepExecutionListener... listeners) {
        String worker = name + "-" + piece;
        TaskletStepBuilder done = tasklet(worker, work).listener(new PieceLog(piece));
        for (StepExecutionListener listener : listeners) {
            done.listener(listener);
        }
        return new StepBuilder(name, framework.repository())
                .partitioner(worker, size -> PiecesInOrder.named(piece, found(pieces)))
                .partitionHandler(new PiecesInOrder(done.build(), framework.threads(), order));
    }

    private static Collection<Integer> found(Pieces pieces) {
        try {
            return pieces.find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Step step(String name, Phase phase, StepWork work) {
        return tasklet(name, work).listener(new PhaseListener(progress, phase)).build();
    }

    private TaskletStepBuilder tasklet(String name, StepWork work) {
        return new StepBuilder(name, framework.repository())
                .tasklet(new UntilStopped(work, progress, failed), framework.transactions());
    }

    /** Whether what is done in a step failed; else, where the job did, it was the repository. */
    boolean hasFailed() {
        return failed.get();
    }
}
