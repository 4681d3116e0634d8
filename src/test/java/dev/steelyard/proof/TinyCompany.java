package dev.steelyard.proof;

import dev.steelyard.TestDatabase;
import dev.steelyard.TestRequest;
import dev.steelyard.app.batch.Outcome;
import dev.steelyard.app.batch.RunLauncher;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.ledger.database.LedgerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The smallest company, run through the real batch and ledger in a folder of its own. */
record TinyCompany(Path inputs, Path output) {

    /** @param more files besides the base's, or in their place, as {@link TinyInputs} reads them */
    static TinyCompany in(Path folder, String more) throws IOException {
        Path inputs = Files.createDirectory(folder.resolve("in"));
        new TinyInputs()
                .with(Files.readString(Path.of("src/test/resources/problems/base.txt")))
                .with(more)
                .write(inputs);
        return new TinyCompany(inputs, folder.resolve("out"));
    }

    Outcome run(TestDatabase database, String job, String period, LocalDate asOf) throws IOException {
        RunRequest request = TestRequest.of(Path.of("jobs"), job)
                .run(Period.parse(period).orElseThrow(), asOf, RunRequest.Mode.FINAL, inputs, output);
        try (LedgerDatabase ledger = LedgerDatabase.open(request.ledger(), database.url(output))) {
            return new RunLauncher(request, ledger, Progress.NONE).run();
        }
    }

    Published published(TestDatabase database, String job, String period, LocalDate asOf) throws IOException {
        return new Published(((Outcome.Published) run(database, job, period, asOf)).folder());
    }
}
