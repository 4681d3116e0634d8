package dev.steelyard.app.batch;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Voucher;
import dev.steelyard.engine.plausible.Acceptance;
import dev.steelyard.input.planfile.Job;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be run.
 *
 * @param rulesHashes the hashes of the plan, exports and calendar files that stand behind these values
 * @param now the one reading of the clock, for the ledger's own records; never part of an output
 * @param threads how many slices are measured, and how many reports written, at once
 * @param language {@code zh} or {@code en}, of workbooks
 * @param incomplete of a trial: whether exports that the job expects had not come
 * @param vouchers how the payout is written for accounting systems
 * @param samples whether the inputs are those of the sample company, so that nobody takes the result for a real one
 * @param wishes implausible findings that somebody accepts with this run
 */
public record RunRequest(
        Job job,
        Plan plan,
        Map<String, Schema> schemas,
        WorkingDays calendar,
        RulesHashes rulesHashes,
        Period period,
        LocalDate asOf,
        boolean trial,
        Path inputs,
        Path output,
        OffsetDateTime now,
        int threads,
        long sliceBytes,
        String language,
        String engine,
        List<Voucher> vouchers,
        boolean incomplete,
        boolean samples,
        List<Acceptance.Wish> wishes) {

    public RunRequest {
        if (incomplete && !trial) {
            throw new IllegalArgumentException("what is incomplete is a trial");
        }
        vouchers = List.copyOf(vouchers);
        wishes = List.copyOf(wishes);
    }

    /** From all that was expected. */
    public RunRequest(
            Job job,
            Plan plan,
            Map<String, Schema> schemas,
            WorkingDays calendar,
            RulesHashes rulesHashes,
            Period period,
            LocalDate asOf,
            boolean trial,
            Path inputs,
            Path output,
            OffsetDateTime now,
            int threads,
            long sliceBytes,
            String language,
            String engine,
            List<Voucher> vouchers) {
        this(
                job,
                plan,
                schemas,
                calendar,
                rulesHashes,
                period,
                asOf,
                trial,
                inputs,
                output,
                now,
                threads,
                sliceBytes,
                language,
                engine,
                vouchers,
                false,
                false,
                List.of());
    }

    /** Without vouchers. */
    public RunRequest(
            Job job,
            Plan plan,
            Map<String, Schema> schemas,
            WorkingDays calendar,
            RulesHashes rulesHashes,
            Period period,
            LocalDate asOf,
            boolean trial,
            Path inputs,
            Path output,
            OffsetDateTime now,
            int threads,
            long sliceBytes,
            String language,
            String engine) {
        this(
                job,
                plan,
                schemas,
                calendar,
                rulesHashes,
                period,
                asOf,
                trial,
                inputs,
                output,
                now,
                threads,
                sliceBytes,
                language,
                engine,
                List.of());
    }

    /**
     * Content hashes of what was read from {@code jobs/}.
     *
     * @param files what they are hashes of, to be kept with the inputs; empty where nothing is to be kept
     */
    public record RulesHashes(String plan, String exports, String calendar, Optional<RulesFiles> files) {
        public RulesHashes(String plan, String exports, String calendar) {
            this(plan, exports, calendar, Optional.empty());
        }
    }

    /** Where the ledger, the store of inputs and the work of a run in progress lie. */
    public Path ledger() {
        return output.resolve("ledger");
    }

    /** {@code final}, {@code trial}, or {@code incomplete} of a trial without all that was expected. */
    public String mode() {
        return incomplete ? "incomplete" : trial ? "trial" : "final";
    }

    /** The same of the sample company. */
    public RunRequest ofSamples() {
        return new RunRequest(
                job,
                plan,
                schemas,
                calendar,
                rulesHashes,
                period,
                asOf,
                trial,
                inputs,
                output,
                now,
                threads,
                sliceBytes,
                language,
                engine,
                vouchers,
                incomplete,
                true,
                wishes);
    }

    /** The same whose edition has machine files alone. */
    public RunRequest withoutBooks() {
        return new RunRequest(
                job.withoutBooks(),
                plan,
                schemas,
                calendar,
                rulesHashes,
                period,
                asOf,
                trial,
                inputs,
                output,
                now,
                threads,
                sliceBytes,
                language,
                engine,
                vouchers,
                incomplete,
                samples,
                wishes);
    }

    /** The same with findings that somebody accepts. */
    public RunRequest accepting(List<Acceptance.Wish> more) {
        return new RunRequest(
                job,
                plan,
                schemas,
                calendar,
                rulesHashes,
                period,
                asOf,
                trial,
                inputs,
                output,
                now,
                threads,
                sliceBytes,
                language,
                engine,
                vouchers,
                incomplete,
                samples,
                more);
    }

    /** The same as a trial that is marked incomplete, and does without these datasets. */
    public RunRequest without(Set<String> datasets) {
        return new RunRequest(
                job.without(datasets),
                plan,
                schemas,
                calendar,
                rulesHashes,
                period,
                asOf,
                true,
                inputs,
                output,
                now,
                threads,
                sliceBytes,
                language,
                engine,
                vouchers,
                true,
                samples,
                wishes);
    }
}
