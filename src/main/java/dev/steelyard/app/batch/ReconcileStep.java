package dev.steelyard.app.batch;

import java.io.IOException;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.step.StepContribution;

/** Runs at every start: what is published was compared by the process that publishes it. */
record ReconcileStep(Publisher publisher) implements StepWork {

    /** Figures that must agree do not: nothing is published. */
    static final String UNRECONCILED = "UNRECONCILED";

    @Override
    public void run(StepContribution step) throws IOException {
        if (!publisher.reconcile()) {
            step.setExitStatus(new ExitStatus(UNRECONCILED));
        }
    }
}
