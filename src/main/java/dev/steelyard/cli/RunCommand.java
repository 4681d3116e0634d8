package dev.steelyard.cli;

import dev.steelyard.batch.Outcome;
import dev.steelyard.batch.Progress;
import dev.steelyard.batch.RunLauncher;
import dev.steelyard.batch.RunRequest;
import dev.steelyard.calendar.Period;
import dev.steelyard.exports.Freezer;
import dev.steelyard.fact.Schema;
import dev.steelyard.ledger.LedgerDatabase;
import dev.steelyard.plan.Plan;
import dev.steelyard.planfile.CalendarFile;
import dev.steelyard.planfile.ExportsFile;
import dev.steelyard.planfile.Job;
import dev.steelyard.planfile.JobFile;
import dev.steelyard.planfile.PlanFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "JOB")
    private String jobName;

    @Option(names = "--period")
    private String period;

    @Option(names = "--as-of")
    private LocalDate asOf;

    @Option(names = "--inputs", defaultValue = "${env:STEELYARD_INPUTS:-input-samples}")
    private Path inputs;

    @Option(names = "--trial")
    private boolean trial;

    @Option(names = "--threads", defaultValue = "${env:STEELYARD_THREADS:-2}")
    private int threads;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws Exception {
        OffsetDateTime now = OffsetDateTime.now();
        Path jobFile = JobFile.find(common.home(), jobName);
        Job job = JobFile.read(jobFile);
        Path base = jobFile.toAbsolutePath().getParent();
        Map<String, Schema> schemas = ExportsFile.read(base.resolve(job.exports()));
        Plan plan = PlanFile.read(base.resolve(job.plan()), schemas);
        RunRequest request = new RunRequest(
                job,
                plan,
                schemas,
                CalendarFile.read(base.resolve(job.calendar())),
                new RunRequest.RulesHashes("p", "e", "c"),
                Period.parse(period).orElseThrow(),
                asOf,
                trial,
                inputs,
                common.output().toAbsolutePath(),
                now,
                threads,
                Freezer.SLICE_BYTES,
                common.language(),
                "0.1.0");
        try (LedgerDatabase database = LedgerDatabase.open(request.ledger(), common.db())) {
            Outcome outcome = new RunLauncher(request, database, Progress.NONE).run();
            System.out.println(
                    outcome instanceof Outcome.Published p
                            ? p.folder() + " " + p.problems().counts() + " "
                                    + p.result().totalPayout()
                            : outcome);
        }
        return Exit.DONE;
    }
}
