package dev.steelyard.engine.explain;

import dev.steelyard.TestRequest;
import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.app.calculation.Measuring;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.calculation.RunRequest.Mode;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.input.planfile.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** What a job calculates from the sample inputs. */
public final class SampleResult {

    static final LocalDate AS_OF = LocalDate.of(2026, 10, 12);

    private SampleResult() {}

    public static RunResult of(String job, String period, Path work) throws IOException {
        return of(job, period, AS_OF, Path.of("input-samples"), work);
    }

    static RunResult of(String job, String period, LocalDate asOf, Path inputs, Path work) throws IOException {
        Setup setup = Setup.read(Path.of("jobs", job + ".yaml"), Optional.empty());
        RunRequest request =
                TestRequest.of(setup).run(Period.parse(period).orElseThrow(), asOf, Mode.TRIAL, inputs, work);
        return Measuring.of(request, EarlierRuns.NONE, Progress.NONE, work, true)
                .calculated(1)
                .result();
    }
}
