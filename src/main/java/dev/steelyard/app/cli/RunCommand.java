package dev.steelyard.app.cli;

import dev.steelyard.app.batch.Outcome;
import dev.steelyard.app.batch.RunLauncher;
import dev.steelyard.app.batch.RunRequest;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.ledger.LedgerDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "run", versionProvider = EngineVersion.class)
final class RunCommand extends Verb {

    @Parameters(paramLabel = "JOB")
    private String jobName;

    @Option(names = "--period", paramLabel = "P")
    private String period;

    @Option(names = "--as-of", paramLabel = "DATE")
    private LocalDate asOf;

    @Option(names = "--trial")
    private boolean trial;

    @Mixin
    private SampleOptions inputs;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LogOptions log;

    RunCommand(Session session) {
        super(session);
    }

    @Override
    Optional<LogOptions> log() {
        return Optional.of(log);
    }

    @Override
    Path output() {
        return inputs.output(super.output());
    }

    @Override
    Optional<String> db() {
        return inputs.db(super.db());
    }

    @Override
    public Integer call() throws IOException {
        inputs.mustBeApart(spec);
        JobRules rules = JobRules.read(home(), jobName);
        Job job = rules.setup().job();
        PeriodChoice choice = PeriodChoice.of(
                job,
                rules.setup().plan(),
                Optional.ofNullable(period),
                Optional.ofNullable(asOf),
                surroundings().now());
        RunRequest request = inputs.request(this, rules, trial ? choice : choice.mustBeReady(job), trial, output());
        RunReport report = RunReport.of(rules.setup(), run(request));
        if (json()) {
            print(report.json());
        } else {
            new Summary(report, shown(report.folder()), session()).lines().forEach(this::print);
        }
        return report.exit();
    }

    private Outcome run(RunRequest request) throws IOException {
        try (LedgerDatabase database = OpenLedger.of(request.ledger(), db());
                Watch watch = Watch.of(this, request)) {
            Outcome outcome = new RunLauncher(request, database, watch.logged()).run();
            Retentions.apply(this, request, database);
            return outcome;
        }
    }
}
