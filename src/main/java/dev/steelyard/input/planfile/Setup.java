package dev.steelyard.input.planfile;

import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Voucher;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.input.planfile.mistake.Mistakes;
import dev.steelyard.input.planfile.yaml.Binder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job with everything it names: what a run is calculated by.
 *
 * @param jobFile where the job was read from
 * @param planFile where its plan was read from
 * @param exportsFile where the datasets were read from
 * @param calendarFiles where the working days were read from, sorted by name
 * @param vouchers how the payout is written for accounting systems, in the job's order
 */
public record Setup(
        Job job,
        Plan plan,
        Map<String, Schema> schemas,
        WorkingDays workingDays,
        Path jobFile,
        Path planFile,
        Path exportsFile,
        List<Path> calendarFiles,
        List<Voucher> vouchers) {

    /**
     * Reads a job and its plan, datasets and calendar.
     *
     * @param plan a plan to use instead of the job's
     * @throws InvalidFile with everything that is wrong with any of the files
     */
    public static Setup read(Path jobFile, Optional<Path> plan) {
        Mistakes mistakes = new Mistakes();
        Optional<Binder> binder = YamlFiles.open(jobFile, mistakes);
        Optional<Job> job = binder.flatMap(read -> read.bind(Job.class));
        binder.ifPresent(JobFile::check);
        if (job.isEmpty()) {
            mistakes.throwIfAny();
        }
        Job found = job.orElseThrow();
        Path planFile = plan.orElse(jobFile.resolveSibling(found.plan()));
        Path exportsFile = jobFile.resolveSibling(found.exports());
        Path calendar = jobFile.resolveSibling(found.calendar());
        WorkingDays workingDays = CalendarFile.read(calendar, mistakes);
        Optional<Map<String, Schema>> schemas = ExportsFile.read(exportsFile, mistakes);
        schemas.ifPresent(known -> JobFile.check(binder.orElseThrow(), known));
        // Without the datasets every name in the plan would be unknown.
        Optional<Plan> read = schemas.flatMap(known -> PlanFile.read(planFile, known, mistakes));
        List<Voucher> vouchers = VoucherFile.read(jobFile, binder.orElseThrow(), mistakes);
        mistakes.throwIfAny();
        Plan rules = read.orElseThrow();
        return new Setup(
                found,
                rules,
                ExportsFile.under(rules, schemas.orElseThrow()),
                workingDays,
                jobFile,
                planFile,
                exportsFile,
                YamlFiles.in(calendar),
                vouchers);
    }
}
