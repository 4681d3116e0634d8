package dev.steelyard.app.calculation;

import dev.steelyard.input.intake.SliceFiles;
import java.io.IOException;
import java.nio.file.Path;

/** A folder for the slices of a calculation that is not published as a run; gone once it is closed. */
public final class Work implements AutoCloseable {

    private final SliceFiles files;

    private Work(SliceFiles files) {
        this.files = files;
    }

    /** Where the slices of a run are kept. */
    public static SliceFiles of(RunRequest request, String runId) throws IOException {
        return new SliceFiles(request.ledger().resolve("work").resolve(runId.substring(0, 16)));
    }

    /** Where a published run is calculated again. What a kill left there is dropped. */
    public static Work again(Path output, String runId) throws IOException {
        Path folder = RunRequest.ledgerFolder(output).resolve("work").resolve("again-" + runId.substring(0, 16));
        new SliceFiles(folder).delete();
        return new Work(new SliceFiles(folder));
    }

    public Path folder() {
        return files.folder();
    }

    @Override
    public void close() throws IOException {
        files.delete();
    }
}
