package dev.steelyard.app.cli.period;

import dev.steelyard.app.cli.option.JobRules;
import dev.steelyard.app.cli.option.PeriodOptions;
import dev.steelyard.app.cli.run.HandOuts;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Numbers;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.verb.CurrentNotifiers;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.LoggedVerb;
import dev.steelyard.app.cli.verb.OpenLedger;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Watch;
import dev.steelyard.app.closing.Closing;
import dev.steelyard.app.closing.Obstacle;
import dev.steelyard.engine.govern.Held;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.output.notice.Notice;
import dev.steelyard.output.publish.ForSystems;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Freezes a period: its newest revision is what is paid. */
@Command(name = "close", versionProvider = EngineVersion.class)
public final class CloseCommand extends LoggedVerb {

    @Mixin
    private PeriodOptions options;

    @Option(names = "--by", paramLabel = "NAME")
    private String by;

    @Option(names = "--undisputed")
    private boolean undisputed;

    public CloseCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        JobRules rules = options.rules(this);
        Job job = rules.setup().job();
        Closing.Result result = close(rules);
        if (result instanceof Closing.Result.AlreadyClosed already) {
            throw Refusal.of(
                    Exit.BUSY_OR_CLOSED,
                    "closed",
                    "job",
                    job.name(),
                    "period",
                    options.period(),
                    "revision",
                    already.closing().revision(),
                    "asOf",
                    already.closing().asOf());
        }
        if (result instanceof Closing.Result.PublishedAgain again) {
            if (json()) {
                print(Json.of("outcome", "published_again")
                        .with("exit", Exit.DONE)
                        .with("revision", again.closing().revision())
                        .with("folder", again.folder().toString().replace('\\', '/')));
            } else {
                print(say(
                        "close.again",
                        "folder",
                        shown(again.folder()),
                        "asOf",
                        again.closing().asOf()));
            }
            return Exit.DONE;
        }
        if (result instanceof Closing.Result.Refused refused) {
            refused(job, refused);
            return Exit.REFUSED;
        }
        Closing.Result.Closed closed = (Closing.Result.Closed) result;
        // Finance pays by the closed edition: it is handed out as the revision was.
        Optional<HandOuts> handed = HandOuts.after(this, job, closed.folder());
        int exit = handed.map(outs -> outs.exit(Exit.DONE)).orElse(Exit.DONE);
        closed(rules, closed, handed, exit);
        new CurrentNotifiers(this, InstantSource.system())
                .tell(new Notice.Closed(
                        new Notice.Run(
                                job.job(),
                                job.name(),
                                options.period(),
                                closed.closing().asOf()),
                        closed.closing().revision(),
                        closed.head().shown(),
                        closed.folder()));
        return exit;
    }

    private Closing.Result close(JobRules rules) throws IOException {
        Job job = rules.setup().job();
        Closing.Order order = new Closing.Order(
                job.job(),
                job.name(),
                options.period(),
                options.asOf(this, rules),
                job.signatures(),
                rules.setup().workingDays(),
                new ForSystems(rules.setup().vouchers(), rules.setup().job().marksForSpreadsheets()),
                by == null ? "" : by,
                surroundings().account(),
                undisputed,
                output(),
                language(),
                Runtime.getRuntime().availableProcessors(),
                surroundings().now());
        try (LedgerDatabase database = OpenLedger.toWrite(this);
                Watch watch = Watch.of(this)) {
            return new Closing(order, database, watch.logged()).close();
        }
    }

    private void refused(Job job, Closing.Result.Refused refused) {
        if (json()) {
            print(json("refused", Exit.REFUSED, job)
                    .with(
                            "obstacles",
                            refused.obstacles().stream()
                                    .map(one -> Json.of("what", one.kind().code())
                                            .with("message", text(one, job, ""))
                                            .with("fix", text(one, job, ".fix"))
                                            .members())
                                    .toList()));
            return;
        }
        print(session()
                .out()
                .bad(say(
                        "close.refused",
                        "job",
                        job.name(),
                        "period",
                        options.period(),
                        "count",
                        refused.obstacles().size())));
        for (Obstacle one : refused.obstacles()) {
            print("  " + text(one, job, ""));
            print("    " + text(one, job, ".fix"));
        }
    }

    private String text(Obstacle obstacle, Job job, String part) {
        List<Object> slots = new ArrayList<>(obstacle.slots());
        slots.addAll(List.of("job", job.job(), "closing", options.period()));
        return say("obstacle." + obstacle.kind().code() + part, slots.toArray());
    }

    private void closed(JobRules rules, Closing.Result.Closed closed, Optional<HandOuts> handed, int exit) {
        Job job = rules.setup().job();
        String currency = rules.setup().plan().currency();
        if (json()) {
            Json json = json("closed", exit, job)
                    .with("revision", closed.closing().revision())
                    .with("as_of", closed.closing().asOf().toString())
                    .with(
                            "payout",
                            Json.of("amount", closed.paid().toString())
                                    .with("currency", currency)
                                    .with("lines", closed.lines()))
                    .with(
                            "held",
                            closed.held().stream()
                                    .map(one -> Json.of("employee_id", one.employeeId())
                                            .with("cause", one.cause().code())
                                            .with("reference", one.reference())
                                            .with(
                                                    "on_hold",
                                                    closed.withheld()
                                                            .getOrDefault(one.employeeId(), Money.ZERO)
                                                            .toString())
                                            .members())
                                    .toList())
                    .with("head", closed.head().shown())
                    .with("folder", closed.folder().toString().replace('\\', '/'));
            handed.ifPresent(outs -> json.with("handed_out", outs.json().members()));
            print(json);
            return;
        }
        print(session()
                .out()
                .good(say(
                        "close.closed",
                        "job",
                        job.name(),
                        "period",
                        options.period(),
                        "revision",
                        closed.closing().revision(),
                        "amount",
                        Numbers.amount(closed.paid().toString()),
                        "currency",
                        currency,
                        "lines",
                        Numbers.count(closed.lines()))));
        if (!closed.held().isEmpty()) {
            print(say("close.held"));
            for (Held one : closed.held()) {
                print("  "
                        + say(
                                "close.held." + one.cause().code(),
                                "person",
                                one.employeeId(),
                                "reference",
                                one.reference(),
                                "amount",
                                Numbers.amount(closed.withheld()
                                        .getOrDefault(one.employeeId(), Money.ZERO)
                                        .toString()),
                                "currency",
                                currency));
            }
        }
        closed.sameAccount()
                .forEach(roles -> print(say(
                        "sign.one-account",
                        "roles",
                        roles.stream()
                                .map(role -> session().texts().say(role.words()))
                                .collect(Collectors.joining(say("list.gap"))),
                        "account",
                        surroundings().account())));
        print(say("close.folder", "folder", shown(closed.folder())));
        handed.ifPresent(HandOuts::tell);
        print(say("close.head", "head", closed.head().shown()));
        print(say(
                "close.verify",
                "command",
                verifying(closed.folder(), closed.head().shown())));
    }

    private Json json(String outcome, int exit, Job job) {
        return Json.of("outcome", outcome)
                .with("exit", exit)
                .with("job", job.job())
                .with("period", options.period().toString());
    }
}
