package dev.steelyard.batch;

import dev.steelyard.batch.Progress.Phase;
import dev.steelyard.intake.Exclusions.Exclusion;
import dev.steelyard.ledger.Ledger;
import dev.steelyard.ledger.Publication;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The job: freeze → measure → doubles → remeasure → score → pay → report → reconcile → publish. */
final class RunSteps {

    /** Freezing found that the newest revision was made from the same. */
    static final String UNCHANGED = "UNCHANGED";

    /** Freezing found other inputs than those which the killed run began with: it is not to be continued. */
    static final String SUPERSEDED = "SUPERSEDED";

    /** Figures that must agree do not: nothing is published. */
    static final String UNRECONCILED = "UNRECONCILED";

    private static final String RUN_ID = "runId";
    private static final String SLICE = "slice";

    private final RunRequest request;
    private final RunDesk desk;
    private final Publisher publisher;
    private final Ledger ledger;
    private final Progress progress;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final TaskExecutor slices;

    private Map<Integer, Map<Long, Exclusion>> exclusions;

    RunSteps(
            RunRequest request,
            RunDesk desk,
            Publisher publisher,
            Ledger ledger,
            Progress progress,
            JobRepository repository,
            PlatformTransactionManager transactions,
            TaskExecutor slices) {
        this.request = request;
        this.desk = desk;
        this.publisher = publisher;
        this.ledger = ledger;
        this.progress = progress;
        this.repository = repository;
        this.transactions = transactions;
        this.slices = slices;
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
                .next(step("doubles", Phase.SETTLE, this::exclusions))
                .next(remeasure())
                .next(step("score", Phase.SCORE, desk::result))
                .next(step("pay", Phase.PAY, desk::result))
                .next(step("report", Phase.REPORT, publisher::stage))
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
                        (contribution, chunk) -> {
                            desk.open();
                            StepExecution step = contribution.getStepExecution();
                            ExecutionContext context = step.getJobExecution().getExecutionContext();
                            String begun = context.getString(RUN_ID, desk.runId());
                            if (!begun.equals(desk.runId())) {
                                publisher.abandon(begun);
                                contribution.setExitStatus(new ExitStatus(SUPERSEDED));
                            } else if (isUnchanged()) {
                                // A kill after the record may have left them.
                                desk.files().delete();
                                contribution.setExitStatus(new ExitStatus(UNCHANGED));
                            }
                            context.putString(RUN_ID, begun);
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .allowStartIfComplete(true)
                .build();
    }

    /** Runs at every start too: what is published was compared by the process that publishes it. */
    private Step reconcile() {
        return new StepBuilder("reconcile", repository)
                .tasklet(
                        (contribution, chunk) -> {
                            progress.begin(Phase.RECONCILE, 0);
                            if (!publisher.reconcile()) {
                                contribution.setExitStatus(new ExitStatus(UNRECONCILED));
                            }
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .allowStartIfComplete(true)
                .build();
    }

    private boolean isUnchanged() {
        Optional<Publication> newest = ledger.newest(request.job().job(), request.period());
        return !request.trial()
                && newest.filter(revision -> revision.runId().equals(desk.runId()))
                        .isPresent();
    }

    private Step measure() {
        return partitioned("measure", gridSize -> {
            progress.begin(Phase.MEASURE, desk.sliceBytes());
            Map<String, ExecutionContext> partitions = new HashMap<>();
            for (int slice = 0; slice < desk.slices().size(); slice++) {
                partitions.put("slice" + slice, slice(slice));
            }
            return partitions;
        });
    }

    /** Slices that hold rows which do not count are measured again without them. */
    private Step remeasure() {
        return partitioned("remeasure", gridSize -> {
            Map<String, ExecutionContext> partitions = new HashMap<>();
            exclusions().keySet().forEach(slice -> partitions.put("slice" + slice, slice(slice)));
            return partitions;
        });
    }

    private static ExecutionContext slice(int number) {
        ExecutionContext context = new ExecutionContext();
        context.putInt(SLICE, number);
        return context;
    }

    private Step partitioned(String name, Partitioner partitioner) {
        Step worker = new StepBuilder(name + "-slice", repository)
                .tasklet(
                        (contribution, chunk) -> {
                            StepExecution step = contribution.getStepExecution();
                            int slice = step.getExecutionContext().getInt(SLICE);
                            Map<Long, Exclusion> excluded = name.equals("measure")
                                    ? Map.of()
                                    : exclusions().get(slice);
                            desk.measure(slice, excluded, step::isTerminateOnly);
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
        return new StepBuilder(name, repository)
                .partitioner(name + "-slice", partitioner)
                .step(worker)
                .taskExecutor(slices)
                .build();
    }

    /**
     * Which rows do not count. Found again where a killed run goes on: the fingerprints stay the same when a slice is
     * measured again.
     */
    private synchronized Map<Integer, Map<Long, Exclusion>> exclusions() {
        try {
            if (exclusions == null) {
                exclusions = desk.doubles();
            }
            return exclusions;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What a plain step does. */
    @FunctionalInterface
    private interface Work {
        void run() throws java.io.IOException;
    }

    private Step step(String name, Phase phase, Work work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, chunk) -> {
                            progress.begin(phase, 0);
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }
}
