package dev.steelyard;

import dev.steelyard.batch.EarlierRuns;
import dev.steelyard.batch.InputRefused;
import dev.steelyard.batch.Progress;
import dev.steelyard.batch.RunDesk;
import dev.steelyard.batch.RunRequest;
import dev.steelyard.calendar.Period;
import dev.steelyard.fact.Schema;
import dev.steelyard.plan.Plan;
import dev.steelyard.planfile.CalendarFile;
import dev.steelyard.planfile.ExportsFile;
import dev.steelyard.planfile.Job;
import dev.steelyard.planfile.JobFile;
import dev.steelyard.planfile.PlanFile;
import dev.steelyard.problem.Problem;
import dev.steelyard.publish.Edition;
import dev.steelyard.publish.EditionFile;
import dev.steelyard.run.RunIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The engine without its batch: the same desk, slices measured in turn, an edition written as the first revision. For tests that run
 * hundreds of companies.
 */
public final class Engine {

    private static final OffsetDateTime NEVER_SHOWN = OffsetDateTime.parse("2000-01-01T00:00:00Z");

    private final Job job;
    private final Map<String, Schema> schemas;
    private final Plan plan;
    private final Path jobs;
    private long sliceBytes = 32 << 20;

    public Engine(Path jobs, String jobName) {
        this.jobs = jobs;
        this.job = JobFile.read(jobs.resolve(jobName + ".yaml"));
        this.schemas = ExportsFile.read(jobs.resolve(job.exports()));
        this.plan = PlanFile.read(jobs.resolve(job.plan()), schemas);
    }

    /** With slices of another size. */
    public Engine slicedAt(long bytes) {
        sliceBytes = bytes;
        return this;
    }

    /** Runs, and returns the folder of the edition. */
    public Path run(Path inputs, Path output, Period period, LocalDate asOf) throws IOException {
        RunDesk desk = measured(inputs, output, period, asOf);
        RunIdentity identity =
                new RunIdentity(desk.runId(), job.job(), period, 1, asOf, plan.plan(), "", "", "", "test");
        Edition edition = Edition.of(output, identity);
        edition.begin();
        for (EditionFile file : Edition.machineFiles(identity, desk.result(), desk::problems)) {
            edition.write(file);
        }
        edition.publish(edition.seal(identity, desk.result(), desk.inputs(), ""));
        desk.files().delete();
        return edition.folder();
    }

    /** Runs, and returns what was found, in its order; where the inputs are refused, why. */
    public List<Problem> findings(Path inputs, Path output, Period period, LocalDate asOf) throws IOException {
        List<Problem> findings = new ArrayList<>();
        try {
            RunDesk desk = measured(inputs, output, period, asOf);
            desk.problems(findings::add);
            desk.files().delete();
        } catch (InputRefused refused) {
            findings.addAll(refused.problems());
        }
        return findings;
    }

    private RunDesk measured(Path inputs, Path output, Period period, LocalDate asOf) throws IOException {
        RunRequest request = new RunRequest(
                job,
                plan,
                schemas,
                CalendarFile.read(jobs.resolve(job.calendar())),
                new RunRequest.RulesHashes("", "", ""),
                period,
                asOf,
                true,
                inputs,
                output,
                NEVER_SHOWN,
                1,
                sliceBytes,
                "zh",
                "test");
        RunDesk desk = new RunDesk(request, EarlierRuns.NONE, Progress.NONE);
        desk.open();
        for (int slice = 0; slice < desk.slices().size(); slice++) {
            desk.measure(slice, Map.of(), () -> false);
        }
        for (var excluded : desk.doubles().entrySet()) {
            desk.measure(excluded.getKey(), excluded.getValue(), () -> false);
        }
        return desk;
    }

    /** {@code JOBS JOB PERIOD AS_OF FOLDER...}: runs {@code FOLDER/in} into {@code FOLDER/engine} for each folder. */
    public static void main(String[] args) throws IOException {
        Engine engine = new Engine(Path.of(args[0]), args[1]);
        for (int i = 4; i < args.length; i++) {
            Path folder = Path.of(args[i]);
            try {
                engine.run(
                        folder.resolve("in"),
                        folder.resolve("engine"),
                        Period.parse(args[2]).orElseThrow(),
                        LocalDate.parse(args[3]));
            } catch (RuntimeException e) {
                System.err.println(folder + ": " + e);
                if (e instanceof InputRefused refused) {
                    refused.problems().forEach(problem -> System.err.println("  " + problem.message("en")));
                } else {
                    e.printStackTrace();
                }
            }
        }
    }
}
