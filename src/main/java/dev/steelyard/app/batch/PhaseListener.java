package dev.steelyard.app.batch;

import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.Progress.Phase;
import java.util.function.LongSupplier;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Tells whoever watches the run that a step begins.
 *
 * @param phase what the step is to those who watch
 * @param bytes how much it will read; 0 where that is no measure of it
 */
record PhaseListener(Progress progress, Phase phase, LongSupplier bytes) implements StepExecutionListener {

    PhaseListener(Progress progress, Phase phase) {
        this(progress, phase, () -> 0);
    }

    @Override
    public void beforeStep(StepExecution step) {
        progress.begin(phase, bytes.getAsLong());
    }
}
