package dev.steelyard.app.cli.run;

import dev.steelyard.app.calculation.Calculated;
import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.app.calculation.Measuring;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.calculation.RunRequest.Mode;
import dev.steelyard.app.cli.failure.DifferenceText;
import dev.steelyard.app.cli.option.JobRules;
import dev.steelyard.app.cli.option.PeriodChoice;
import dev.steelyard.app.cli.run.Beyond.Kind;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Numbers;
import dev.steelyard.app.cli.text.Style;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.OpenLedger;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.app.cli.verb.Watch;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plausible.Finding;
import dev.steelyard.engine.plausible.Verdict;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.ProblemDigest;
import dev.steelyard.engine.problem.Severity;
import dev.steelyard.engine.run.Difference;
import dev.steelyard.engine.run.Reconciliation;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.LedgerInUse;
import dev.steelyard.ledger.store.WorkFolder;
import dev.steelyard.words.ProblemWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything that a run does, but nothing is published, recorded or kept. */
@Command(name = "validate", versionProvider = EngineVersion.class)
public final class ValidateCommand extends Verb {

    @Parameters(paramLabel = "JOB")
    private String jobName;

    @Option(names = "--period", paramLabel = "P")
    private String period;

    @Option(names = "--as-of", paramLabel = "DATE")
    private LocalDate asOf;

    @Mixin
    private SampleOptions inputs;

    @Spec
    private CommandSpec spec;

    public ValidateCommand(Session session) {
        super(session);
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
        PeriodChoice choice = PeriodChoice.of(
                rules.setup().job(),
                rules.setup().plan(),
                Optional.ofNullable(period),
                Optional.ofNullable(asOf),
                surroundings().now());
        Path folder = inputs.folder(this, rules.setup().job(), choice.period());
        ProblemDigest digest =
                new ProblemDigest(Schema.lossless(rules.setup().schemas().values()));
        Findings findings = new Findings();
        Figures figures;
        List<Difference> differences;
        ProfileText profile;
        Verdict verdict;
        try (Watch watch = Watch.of(this);
                WorkFolder work = WorkFolder.under(output())) {
            RunRequest request = inputs.request(this, rules, choice, Mode.TRIAL, work.path());
            // What is measured here need not be measured by the run that follows, where there is a place to leave it.
            boolean keeping = Files.isWritable(ledger());
            Calculated calculated = Measuring.of(request, earlier(request), watch, output(), keeping)
                    .calculated(request.host().threads());
            figures = Figures.of(calculated);
            differences = differences(rules.setup(), choice, calculated);
            calculated.problems(problem -> {
                findings.accept(problem);
                digest.take(problem);
            });
            profile = new ProfileText(calculated.profiles(), choice.period());
            verdict = calculated.verdict();
        }
        Map<Kind, Long> found = Map.of(
                Kind.LOST_DECISIONS, digest.lostCount(),
                Kind.UNREADABLE_FILES, (long) findings.unreadable().size(),
                Kind.STALE_EXPORTS, verdict.warnings(RunReport.STALE),
                Kind.PAY_IN_DOUBT, verdict.warnings(Finding.OF_PAY),
                Kind.OPEN_PERIODS, findings.count(ProblemCode.PERIOD_NOT_CLOSED));
        List<Beyond> beyond = Beyond.of(
                rules.setup().job().thresholds(),
                figures,
                found,
                ChronoUnit.DAYS.between(choice.period().last(), choice.asOf()));
        int exit = exit(beyond, differences, verdict);
        Validated validated = new Validated(rules.setup(), choice, figures, findings, beyond, differences);
        if (json()) {
            print(json(validated, exit).with("profile", profile.json()));
        } else {
            text(validated, shown(folder));
            profile.lines(session().texts(), session().out(), words(rules.setup()))
                    .forEach(this::print);
        }
        return exit;
    }

    /**
     * What a delivery came to.
     *
     * @param findings what is wrong with it
     * @param differences where its sums do not agree
     */
    private record Validated(
            Setup setup,
            PeriodChoice choice,
            Figures figures,
            Findings findings,
            List<Beyond> beyond,
            List<Difference> differences) {}

    /** As a final run of the same would end. */
    private static int exit(List<Beyond> beyond, List<Difference> differences, Verdict verdict) {
        return differences.isEmpty() && verdict.open().isEmpty() ? Beyond.exit(beyond) : Exit.REFUSED;
    }

    /** As a run reconciles, but for the payout, which is written nowhere. */
    private static List<Difference> differences(Setup setup, PeriodChoice choice, Calculated calculated)
            throws IOException {
        return new Reconciliation(setup.schemas())
                .exports(calculated.inputs())
                .controlTotals(setup.job().controlTotals(choice.period()), calculated.inputs())
                .differences();
    }

    /** Nothing but closed periods can make a year; of others the ledger says what they are held against. */
    private EarlierRuns earlier(RunRequest request) throws IOException {
        if (!OpenLedger.exists(ledger(), db())) {
            return EarlierRuns.NONE;
        }
        try (LedgerDatabase database = OpenLedger.toLook(this)) {
            EarlierRuns all = EarlierRuns.of(database.source(), request, ledger().resolve("store"));
            return request.period().isYear() ? all : EarlierRuns.NONE.heldAgainst(all);
        } catch (LedgerInUse busy) {
            // Somebody's run goes on: then the delivery is held against itself alone.
            if (request.period().isYear()) {
                throw busy;
            }
            return EarlierRuns.NONE;
        }
    }

    private void text(Validated of, String folder) {
        Setup setup = of.setup();
        Findings findings = of.findings();
        Style style = session().out();
        print(style.strong(say(
                "validate.title",
                "job",
                setup.job().name(),
                "period",
                of.choice().period(),
                "folder",
                folder,
                "rows",
                Numbers.count(of.figures().rows().read()))));
        of.differences()
                .forEach(one -> print(style.bad(say(
                        "validate.unreconciled",
                        "difference",
                        DifferenceText.of(one, session().texts())))));
        of.beyond().forEach(one -> print(style.warning("! " + one.text(session().texts()))));
        String file = null;
        for (Findings.Group group : findings.groups()) {
            if (!group.file().equals(file)) {
                file = group.file();
                print("");
                print(style.strong(file.isEmpty() ? say("validate.no-file") : file));
            }
            print("  " + head(group, style));
            group.examples().forEach(problem -> print("    " + example(problem, words(setup))));
            if (group.count() > group.examples().size()) {
                print("    "
                        + say(
                                "validate.more",
                                "count",
                                Numbers.count(group.count() - group.examples().size())));
            }
            print("    " + style.faint("→ " + words(setup).fix(group.examples().get(0))));
        }
        print("");
        print(say(
                findings.count() == 0 ? "validate.clean" : "validate.total",
                "errors",
                Numbers.count(findings.count(Severity.ERROR)),
                "warnings",
                Numbers.count(findings.count(Severity.WARNING)),
                "notes",
                Numbers.count(findings.count(Severity.NOTE)),
                "rejected",
                Numbers.count(of.figures().rows().rejected()),
                "held",
                Numbers.count(of.figures().held())));
    }

    private String head(Findings.Group group, Style style) {
        String text = say("validate.group", "code", group.code().code(), "count", Numbers.count(group.count()));
        return group.code().severity() == Severity.ERROR ? style.bad(text) : style.warning(text);
    }

    private ProblemWords words(Setup setup) {
        return new ProblemWords(setup.schemas(), setup.plan(), language(), true);
    }

    private String example(Problem problem, ProblemWords words) {
        String sheet = problem.where().sheet().isEmpty() ? "" : problem.where().sheet() + " ";
        String row = problem.where().row() == 0
                ? ""
                : say("validate.row", "sheet", sheet, "row", problem.where().row());
        return row + words.message(problem);
    }

    private Json json(Validated of, int exit) {
        return Json.of("outcome", "validated")
                .with("exit", exit)
                .with("job", of.setup().job().job())
                .with("period", of.choice().period().toString())
                .with("as_of", of.choice().asOf().toString())
                .with("people", of.figures().peopleJson())
                .with("rows", of.figures().rowsJson())
                .with(
                        "problems",
                        of.findings().groups().stream()
                                .map(group -> Json.of("file", group.file())
                                        .with("code", group.code().code())
                                        .with("count", group.count())
                                        .with(
                                                "examples",
                                                group.examples().stream()
                                                        .map(problem -> example(problem, words(of.setup())))
                                                        .toList())
                                        .members())
                                .toList())
                .with(
                        "differences",
                        of.differences().stream()
                                .map(one -> DifferenceText.json(one).members())
                                .toList())
                .with(
                        "beyond",
                        of.beyond().stream().map(one -> one.json().members()).toList());
    }
}
