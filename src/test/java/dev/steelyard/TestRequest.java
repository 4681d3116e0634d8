package dev.steelyard;

import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.calculation.RunRequest.Host;
import dev.steelyard.app.calculation.RunRequest.Mode;
import dev.steelyard.app.calculation.RunRules;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.RuleHashes;
import dev.steelyard.input.exports.Freezer;
import dev.steelyard.input.planfile.CalendarFile;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.input.planfile.JobFile;
import dev.steelyard.input.planfile.PlanFile;
import dev.steelyard.input.planfile.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What tests ask to be run: a job by its rules, on one thread, in Chinese, at a time that never shows. */
public record TestRequest(Job job, RunRules rules) {

    public static final Host HOST =
            new Host(1, Freezer.SLICE_BYTES, OffsetDateTime.parse("2026-10-12T08:00:00Z"), "test");

    /** A job of a folder, by its own plan. */
    public static TestRequest of(Path jobs, String name) {
        Job job = JobFile.read(jobs.resolve(name + ".yaml"));
        Map<String, Schema> schemas = ExportsFile.read(jobs.resolve(job.exports()));
        return new TestRequest(
                job,
                rules(
                        PlanFile.read(jobs.resolve(job.plan()), schemas),
                        schemas,
                        CalendarFile.read(jobs.resolve(job.calendar()))));
    }

    public static TestRequest of(Setup setup) {
        return new TestRequest(setup.job(), rules(setup.plan(), setup.schemas(), setup.workingDays()));
    }

    /** Rules of which nobody keeps the files. */
    public static RunRules rules(Plan plan, Map<String, Schema> schemas, WorkingDays calendar) {
        return new RunRules(
                plan, schemas, calendar, List.of(), new RuleHashes("plan", "exports", "calendar"), Optional.empty());
    }

    /** By the rules of a job whose files are kept with the inputs, as the command line has them. */
    public static TestRequest kept(Setup setup) throws IOException {
        RunRules rules = RunRules.of(setup);
        return new TestRequest(
                setup.job(),
                new RunRules(
                        rules.plan(), rules.schemas(), rules.calendar(), List.of(), rules.hashes(), rules.files()));
    }

    /** The same by another plan. */
    public TestRequest by(Plan plan) {
        return new TestRequest(job, rules.by(plan));
    }

    public RunRequest run(Period period, LocalDate asOf, Mode mode, Path inputs, Path output) {
        return run(period, asOf, mode, inputs, output, HOST);
    }

    public RunRequest run(Period period, LocalDate asOf, Mode mode, Path inputs, Path output, Host host) {
        return new RunRequest(job, rules, period, asOf, mode, inputs, false, output, "zh", host, List.of());
    }
}
