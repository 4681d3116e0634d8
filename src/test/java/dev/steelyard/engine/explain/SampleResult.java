package dev.steelyard.engine.explain;

import dev.steelyard.app.batch.EarlierRuns;
import dev.steelyard.app.batch.Progress;
import dev.steelyard.app.batch.RunDesk;
import dev.steelyard.app.batch.RunRequest;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.input.exports.Freezer;
import dev.steelyard.input.planfile.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** What a job calculates from the sample inputs. */
final class SampleResult {

    static final LocalDate AS_OF = LocalDate.of(2026, 10, 12);

    private SampleResult() {}

    static RunResult of(String job, String period, Path work) throws IOException {
        return of(job, period, AS_OF, Path.of("input-samples"), work);
    }

    static RunResult of(String job, String period, LocalDate asOf, Path inputs, Path work) throws IOException {
        Setup setup = Setup.read(Path.of("jobs", job + ".yaml"), Optional.empty());
        RunRequest request = new RunRequest(
                setup.job(),
                setup.plan(),
                setup.schemas(),
                setup.workingDays(),
                new RunRequest.RulesHashes("", "", ""),
                Period.parse(period).orElseThrow(),
                asOf,
                true,
                inputs,
                work,
                OffsetDateTime.parse("2026-10-12T09:00:00+08:00"),
                1,
                Freezer.SLICE_BYTES,
                "zh",
                "test");
        RunDesk desk = new RunDesk(request, EarlierRuns.NONE, Progress.NONE);
        desk.open();
        for (int slice = 0; slice < desk.slices().size(); slice++) {
            desk.measure(slice, Map.of());
        }
        for (var excluded : desk.doubles().entrySet()) {
            desk.measure(excluded.getKey(), excluded.getValue());
        }
        return desk.result();
    }
}
