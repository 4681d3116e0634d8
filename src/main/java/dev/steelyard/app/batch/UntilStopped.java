package dev.steelyard.app.batch;

import dev.steelyard.app.calculation.Progress;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Does the work of a step, unless the run is to stop: then the step ends as stopped, with what it has finished, and so does the job.
 * JobOperator.stop() would do that from outside, but in the process that runs the job it does more than is good.
 *
 * @param failed set where the work fails; else, where a step did, it was the repository
 */
record UntilStopped(StepWork work, Progress progress, AtomicBoolean failed) implements Tasklet {

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        try {
            progress.mayGoOn();
            work.run(contribution);
        } catch (CancellationException stopped) {
            contribution.getStepExecution().setTerminateOnly();
        } catch (IOException | RuntimeException | Error e) {
            failed.set(true);
            throw e;
        }
        return RepeatStatus.FINISHED;
    }
}
