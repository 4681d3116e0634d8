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
import dev.steelyard.ledger.database.LedgerDatabase;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens a period that was closed by mistake. */
@Command(name = "reopen", versionProvider = EngineVersion.class)
public final class ReopenCommand extends LoggedVerb {

    @Mixin
    private PeriodOptions options;

    @Option(names = "--reason", paramLabel = "R", required = true)
    private String reason;

    @Option(names = "--by", paramLabel = "NAME")
    private String by;

    public ReopenCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        JobRules rules = options.rules(this);
        Result.Kept kept;
        try (LedgerDatabase database = OpenLedger.toWrite(this)) {
            Result result =
                    Decided.in(database, this, rules, options).reopen(reason.strip(), by == null ? "" : by.strip());
            kept = Decided.orRefused(result, rules, options.period());
        }
        PeriodDecision reopened = kept.decision();
        if (json()) {
            print(Decided.json("reopened", kept));
        } else {
            print(session()
                    .out()
                    .good(say(
                            "reopen.done",
                            "job",
                            rules.setup().job().name(),
                            "period",
                            reopened.period(),
                            "revision",
                            reopened.revision(),
                            "reason",
                            reopened.reason())));
            print(say("decided.head", "head", kept.head().shown()));
            print(say("reopen.next", "job", rules.setup().job().job(), "period", reopened.period()));
        }
        return Exit.DONE;
    }
}
