package dev.steelyard.engine.compare;

import dev.steelyard.TestRequest;
import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.app.calculation.Measuring;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.calculation.RunRequest.Mode;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.input.planfile.PlanFile;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.sample.Company;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a company comes to by the reference plan, or by that plan with some text replaced. */
record Calculated(Path folder, String job) {

    static final Path REFERENCE = Path.of("jobs/plans/reference-2026.yaml");

    RunResult by(Plan plan, Company company, String period, LocalDate asOf) throws IOException {
        Path inputs = Files.createTempDirectory(folder, "in");
        Rendering.PLAIN.write(company, inputs);
        return by(plan, inputs, period, asOf);
    }

    RunResult by(Plan plan, Path inputs, String period, LocalDate asOf) throws IOException {
        Setup setup = setup();
        RunRequest request = TestRequest.of(setup)
                .by(plan)
                .run(
                        Period.parse(period).orElseThrow(),
                        asOf,
                        Mode.TRIAL,
                        inputs,
                        Files.createTempDirectory(folder, "work"));
        return Measuring.of(request, EarlierRuns.NONE, Progress.NONE, request.output(), true)
                .calculated(1)
                .result();
    }

    private static final Map<String, Setup> SETUPS = new ConcurrentHashMap<>();

    private Setup setup() {
        return SETUPS.computeIfAbsent(job, name -> Setup.read(Path.of("jobs", name + ".yaml"), Optional.empty()));
    }

    Plan plan() {
        return setup().plan();
    }

    /** The reference plan with texts replaced, each of which must be there: text, replacement, … */
    Plan planWith(String... replacements) throws IOException {
        String text = Files.readString(REFERENCE);
        for (int i = 0; i < replacements.length; i += 2) {
            if (!text.contains(replacements[i])) {
                throw new IllegalArgumentException("not in the plan: " + replacements[i]);
            }
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        Path file = Files.createTempFile(folder, "plan", ".yaml");
        Files.writeString(file, text);
        return PlanFile.read(file, setup().schemas());
    }
}
