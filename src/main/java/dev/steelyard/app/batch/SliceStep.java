package dev.steelyard.app.batch;

import dev.steelyard.app.calculation.Measuring;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.input.intake.Exclusions.Exclusion;
import java.io.IOException;
import java.util.Map;
import org.springframework.batch.core.step.StepContribution;

/**
 * Measures a slice.
 *
 * @param again whether it is measured already, but with rows that do not count
 */
record SliceStep(RunInProgress run, boolean again) implements StepWork {

    @Override
    public void run(StepContribution step) throws IOException {
        int slice = PiecesInOrder.number(step.getStepExecution());
        Measuring measuring = run.measuring();
        // An attempt that was given up may have come to it.
        if (again || !measuring.has(slice)) {
            Map<Long, Exclusion> excluded = again ? measuring.duplicates().get(slice) : Map.of();
            measuring.measure(slice, excluded);
        }
        count(measuring.counts(slice), step);
    }

    /** A row that is used is written, one that lies elsewhere, does not count or comes again is filtered, one that is rejected is skipped. */
    private static void count(Counts rows, StepContribution step) {
        step.getStepExecution().setReadCount(rows.read());
        step.incrementWriteCount(rows.used());
        step.incrementFilterCount(rows.outOfWindow() + rows.excluded() + rows.duplicate());
        step.incrementReadSkipCount(rows.rejected());
    }
}
