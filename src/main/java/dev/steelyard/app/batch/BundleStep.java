package dev.steelyard.app.batch;

import java.io.IOException;
import org.springframework.batch.core.step.StepContribution;

/** Writes a bundle of the edition's files; where a killed run goes on, those that are missing. */
record BundleStep(Publisher publisher) implements StepWork {

    @Override
    public void run(StepContribution step) throws IOException {
        int bundle = PiecesInOrder.number(step.getStepExecution());
        publisher.write(bundle);
        step.incrementWriteCount(publisher.bundles().get(bundle).files().size());
    }
}
