package dev.steelyard.app.cli.period;

import dev.steelyard.app.cli.option.JobRules;
import dev.steelyard.app.cli.option.PeriodOptions;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.LoggedVerb;
import dev.steelyard.app.cli.verb.OpenLedger;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.closing.PeriodDecisions.Result;
import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.engine.govern.Signatory;
import dev.steelyard.engine.plausible.Acceptance;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.RememberedProfiles;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts a name to the newest revision of a period. */
@Command(name = "sign", versionProvider = EngineVersion.class)
public final class SignCommand extends LoggedVerb {

    @Mixin
    private PeriodOptions options;

    @Option(names = "--role", paramLabel = "hr|finance|compliance|sales", required = true)
    private Signatory role;

    @Option(names = "--by", paramLabel = "NAME", required = true)
    private String by;

    public SignCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        JobRules rules = options.rules(this);
        List<Acceptance> accepted;
        Result.Kept kept;
        try (LedgerDatabase database = OpenLedger.toWrite(this)) {
            Result result = Decided.in(database, this, rules, options).sign(role, by.strip());
            kept = Decided.orRefused(result, rules, options.period());
            accepted = new RememberedProfiles(database.source())
                    .acceptedWith(
                            kept.decision().job(),
                            kept.decision().period(),
                            kept.decision().revision());
        }
        PeriodDecision signed = kept.decision();
        if (json()) {
            print(Decided.json("signed", kept)
                    .with(
                            "accepted",
                            accepted.stream()
                                    .map(one -> Words.in(language()).say(one.said()))
                                    .toList()));
        } else {
            print(session()
                    .out()
                    .good(say(
                            "sign.done",
                            "job",
                            rules.setup().job().name(),
                            "period",
                            signed.period(),
                            "revision",
                            signed.revision(),
                            "role",
                            role.words(),
                            "by",
                            Decided.name(signed.by(), this::say),
                            "asOf",
                            signed.asOf())));
            accepted.forEach(one ->
                    print(session().out().warning("! " + Words.in(language()).say(one.said()))));
            print(say("decided.head", "head", kept.head().shown()));
        }
        return Exit.DONE;
    }
}
