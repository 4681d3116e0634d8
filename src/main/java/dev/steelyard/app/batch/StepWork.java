package dev.steelyard.app.batch;

import java.io.IOException;
import org.springframework.batch.core.step.StepContribution;

/** What is done in a step. */
@FunctionalInterface
interface StepWork {
    void run(StepContribution step) throws IOException;
}
