package dev.steelyard.app.batch;

import dev.steelyard.app.calculation.Calculated;
import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.app.calculation.InputRefused;
import dev.steelyard.app.calculation.Measuring;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * What the steps of a run hand on to each other: its three values, each made once, in their order. Where a killed run goes on in another
 * process, steps that were done are not done again there; the values of theirs are made of what they left on the disk.
 */
final class RunInProgress {

    private final RunRequest request;
    private final EarlierRuns earlier;
    private final Progress progress;

    private Measuring measuring;
    private Calculated calculated;

    /** @param earlier what the ledger holds of shorter periods within the run's */
    RunInProgress(RunRequest request, EarlierRuns earlier, Progress progress) {
        this.request = request;
        this.earlier = earlier;
        this.progress = progress;
    }

    /**
     * Freezes the inputs and reads the registers.
     *
     * @throws InputRefused if a required dataset is missing or unreadable
     */
    void open() throws IOException {
        measuring = Measuring.of(request, earlier, progress, request.output(), true);
    }

    /** The hash of everything that the result depends on. */
    String runId() {
        return measuring.runIds().get(0);
    }

    /** Whether the revision of another run id was made from the same. */
    boolean isUnchangedSince(String otherId) {
        return measuring.runIds().contains(otherId);
    }

    /** Whether nothing is left of what was measured: a stopped run that lies too long loses its slices. */
    boolean isForgotten() {
        return IntStream.range(0, measuring.slices()).noneMatch(measuring::has);
    }

    RunRequest request() {
        return request;
    }

    Progress progress() {
        return progress;
    }

    Measuring measuring() {
        return measuring;
    }

    synchronized Calculated calculated() throws IOException {
        if (calculated == null) {
            calculated = Calculated.of(measuring, request.host().threads());
        }
        return calculated;
    }

    /** Drops what the slices came to: the run is over. */
    void dropSlices() throws IOException {
        measuring.drop();
    }
}
