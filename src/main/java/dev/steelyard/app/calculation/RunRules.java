package dev.steelyard.app.calculation;

import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Voucher;
import dev.steelyard.engine.run.RuleHashes;
import dev.steelyard.input.planfile.Setup;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By what is calculated: the plan, the datasets and the calendar of a job, as they are now or as they were frozen.
 *
 * @param vouchers how the payout is written for accounting systems
 * @param hashes what stands for the rules in a run's identity and beside kept cells
 * @param files the files that they were read from, to be kept with the inputs; empty where they lie in the store already
 */
public record RunRules(
        Plan plan,
        Map<String, Schema> schemas,
        WorkingDays calendar,
        List<Voucher> vouchers,
        RuleHashes hashes,
        Optional<RulesFiles> files) {

    /** Those of a job, as they lie in {@code jobs/}. */
    public static RunRules of(Setup setup) throws IOException {
        RulesFiles files = RulesFiles.read(setup);
        return new RunRules(
                setup.plan(),
                setup.schemas(),
                setup.workingDays(),
                setup.vouchers(),
                files.hashes(),
                Optional.of(files));
    }

    /** The same with these vouchers. */
    RunRules with(List<Voucher> others) {
        return new RunRules(plan, schemas, calendar, others, hashes, files);
    }

    /** The same by another plan, which is tried out: nobody keeps its file. */
    public RunRules by(Plan other) {
        return new RunRules(
                other,
                schemas,
                calendar,
                vouchers,
                new RuleHashes("", hashes.exports(), hashes.calendar()),
                Optional.empty());
    }
}
