package dev.steelyard.app.cli.run;

import dev.steelyard.app.batch.Outcome;
import dev.steelyard.app.batch.RunLauncher;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.calculation.RunRequest.Mode;
import dev.steelyard.app.cli.option.JobRules;
import dev.steelyard.app.cli.option.PeriodChoice;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.LoggedVerb;
import dev.steelyard.app.cli.verb.OpenLedger;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Watch;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.ledger.database.LedgerDatabase;
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
public final class RunCommand extends LoggedVerb {

    @Parameters(paramLabel = "JOB")
    private String jobName;

    @Option(names = "--period", paramLabel = "P")
    private String period;

    @Option(names = "--as-of", paramLabel = "DATE")
    private LocalDate asOf;

    @Option(names = "--trial")
    private boolean trial;

    @Option(names = "--no-books")
    private boolean noBooks;

    @Mixin
    private SampleOptions inputs;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AcceptOptions acceptances;

    public RunCommand(Session session) {
        super(session);
    }

    @Override
    public String stopped() {
        return "failure.stopped.run";
    }

    @Override
    public Path output() {
        return inputs.output(super.output());
    }

    @Override
    public Optional<String> db() {
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
        RunRequest wanted = inputs.request(
                this, rules, trial ? choice : choice.mustBeReady(job), trial ? Mode.TRIAL : Mode.FINAL, output());
        RunRequest request = (noBooks ? wanted.withoutBooks() : wanted)
                .accepting(acceptances.wishes(trial, surroundings().account()));
        RunReport report = RunReport.of(rules.setup(), run(request), trial);
        Optional<HandOuts> handed =
                report.manifest().revision() == 0 || !request.job().writesBooks()
                        ? Optional.empty()
                        : HandOuts.after(this, job, report.folder());
        int exit = handed.map(outs -> outs.exit(report.exit())).orElse(report.exit());
        if (json()) {
            Json json = report.json();
            handed.ifPresent(outs ->
                    json.with("exit", exit).with("handed_out", outs.json().members()));
            print(json);
        } else {
            new Summary(report, shown(report.folder()), verifying(report.payFolder(), ""), session())
                    .lines()
                    .forEach(this::print);
            handed.ifPresent(HandOuts::tell);
        }
        return exit;
    }

    private Outcome run(RunRequest request) throws IOException {
        try (LedgerDatabase database = OpenLedger.toWrite(this, request.ledger(), db());
                Watch watch = Watch.of(this, request)) {
            Outcome outcome = new RunLauncher(request, database, watch.logged()).run();
            Retentions.apply(this, request, database);
            return outcome;
        }
    }
}
