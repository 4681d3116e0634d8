package dev.steelyard.app.calculation;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plausible.Acceptance;
import dev.steelyard.input.intake.SliceFiles;
import dev.steelyard.input.planfile.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is to be run.
 *
 * @param samples whether the inputs are those of the sample company, so that nobody takes the result for a real one
 * @param language {@code zh} or {@code en}, of workbooks
 * @param wishes implausible findings that somebody accepts with this run
 */
public record RunRequest(
        Job job,
        RunRules rules,
        Period period,
        LocalDate asOf,
        Mode mode,
        Path inputs,
        boolean samples,
        Path output,
        String language,
        Host host,
        List<Acceptance.Wish> wishes) {

    public RunRequest {
        wishes = List.copyOf(wishes);
    }

    /** What becomes of the result. */
    public enum Mode {
        /** A revision, in the ledger. */
        FINAL,
        /** Shown and not recorded. */
        TRIAL,
        /** A trial without all the exports that the job expects: they had not come. */
        INCOMPLETE;

        /** As logs, manifests and run ids write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What runs it; never part of an output but for the engine's name.
     *
     * @param threads how many slices are measured, and how many reports written, at once
     * @param sliceBytes how many bytes of a text a slice holds
     * @param now the one reading of the clock, for the ledger's own records
     */
    public record Host(int threads, long sliceBytes, OffsetDateTime now, String engine) {}

    public Plan plan() {
        return rules.plan();
    }

    public Map<String, Schema> schemas() {
        return rules.schemas();
    }

    public WorkingDays calendar() {
        return rules.calendar();
    }

    /** Whether nothing is recorded. */
    public boolean isTrial() {
        return mode != Mode.FINAL;
    }

    /** Where the ledger, the store of inputs and the work of a run in progress lie. */
    public Path ledger() {
        return ledgerFolder(output);
    }

    /** Where the slices of a run are kept until it is published: whoever goes on with it finds them there. */
    public SliceFiles work(String runId) throws IOException {
        return new SliceFiles(ledger().resolve("work").resolve(runId.substring(0, 16)));
    }

    /** Where they lie of an output folder. */
    public static Path ledgerFolder(Path output) {
        return output.resolve("ledger");
    }

    /** The same whose edition has machine files alone. */
    public RunRequest withoutBooks() {
        return with(job.withoutBooks(), mode, wishes);
    }

    /** The same with findings that somebody accepts. */
    public RunRequest accepting(List<Acceptance.Wish> accepted) {
        return with(job, mode, accepted);
    }

    /** The same as a trial that is marked incomplete, and does without these datasets. */
    public RunRequest without(Set<String> datasets) {
        return with(job.without(datasets), Mode.INCOMPLETE, wishes);
    }

    private RunRequest with(Job ofJob, Mode as, List<Acceptance.Wish> accepted) {
        return new RunRequest(ofJob, rules, period, asOf, as, inputs, samples, output, language, host, accepted);
    }
}
