package dev.steelyard.app.publication;

import dev.steelyard.TestRequest;
import dev.steelyard.app.calculation.Calculated;
import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.app.calculation.Measuring;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.run.RuleHashes;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.output.publish.EditionFile;
import dev.steelyard.output.publish.ForSystems;
import dev.steelyard.output.workbook.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A job of the sample company, and every file that an edition of it would hold, in either language. */
record SampleEdition(String job, Calculated calculated) {

    /** A trial in a folder of its own. */
    static SampleEdition of(String job, String period, LocalDate asOf, Path output) throws IOException {
        Setup setup = Setup.read(Path.of("jobs", job + ".yaml"), Optional.empty());
        RunRequest request = TestRequest.of(setup)
                .run(Period.parse(period).orElseThrow(), asOf, RunRequest.Mode.TRIAL, Path.of("input-samples"), output);
        return new SampleEdition(
                job,
                Measuring.of(request, EarlierRuns.NONE, Progress.NONE, request.output(), true)
                        .calculated(1));
    }

    RunResult result() {
        return calculated.result();
    }

    List<EditionFile> files(String language) throws IOException {
        Setup setup = Setup.read(Path.of("jobs", job + ".yaml"), Optional.empty());
        RunIdentity identity = new RunIdentity(
                "5f0c93a1be77d2048c6e",
                job,
                result().input().period(),
                1,
                result().input().asOf(),
                result().input().plan().plan(),
                new RuleHashes("p", "e", "c"),
                "test",
                false,
                false);
        return new Publications(
                        calculated,
                        new Report(identity, setup.job().name(), result(), language),
                        Optional.empty(),
                        new ForSystems(List.of(), true),
                        false,
                        Optional.empty(),
                        true,
                        true)
                .bundles().stream().flatMap(bundle -> bundle.files().stream()).toList();
    }

    static byte[] written(EditionFile file) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.content().accept(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
