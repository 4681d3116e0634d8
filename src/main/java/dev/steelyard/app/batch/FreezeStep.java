package dev.steelyard.app.batch;

import dev.steelyard.app.calculation.LogContext;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.ledger.records.Ledger;
import java.io.IOException;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Runs at every start, also when a killed run goes on: what it finds tells whether there is anything to go on with. The
 * inputs themselves are copied only once. The run's id, which is what freezing finds, lies in the job's context from then on (D286).
 */
record FreezeStep(RunRequest request, RunInProgress run, Publisher publisher, Ledger ledger) implements StepWork {

    /** Freezing found that the newest revision was made from the same. */
    static final String UNCHANGED = "UNCHANGED";

    /** Freezing found other inputs than those which the killed run began with, or nothing of its slices: it is not to be continued. */
    static final String SUPERSEDED = "SUPERSEDED";

    private static final String RUN_ID = "runId";

    @Override
    public void run(StepContribution step) throws IOException {
        run.open();
        LogContext.run(run.runId());
        ExecutionContext context = step.getStepExecution().getJobExecution().getExecutionContext();
        boolean goesOn = context.containsKey(RUN_ID);
        String begun = context.getString(RUN_ID, run.runId());
        if (!begun.equals(run.runId())) {
            supersede(begun, step);
        } else if (isUnchanged()) {
            // A kill after the record may have left them.
            run.dropSlices();
            step.setExitStatus(new ExitStatus(UNCHANGED));
        } else if (goesOn && run.isForgotten()) {
            supersede(begun, step);
        } else {
            publisher.foresee();
        }
        context.putString(RUN_ID, begun);
    }

    private void supersede(String begun, StepContribution step) throws IOException {
        publisher.abandon(begun);
        step.setExitStatus(new ExitStatus(SUPERSEDED));
    }

    private boolean isUnchanged() {
        return !request.isTrial()
                && ledger.newest(request.job().job(), request.period())
                        .filter(newest -> run.isUnchangedSince(newest.runId()))
                        .isPresent();
    }
}
