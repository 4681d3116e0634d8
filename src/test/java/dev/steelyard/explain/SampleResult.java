package dev.steelyard.explain;

import dev.steelyard.batch.EarlierRuns;
import dev.steelyard.batch.Progress;
import dev.steelyard.batch.RunDesk;
import dev.steelyard.batch.RunRequest;
import dev.steelyard.calendar.Period;
import dev.steelyard.exports.Freezer;
import dev.steelyard.planfile.Setup;
import dev.steelyard.run.RunResult;
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
