package dev.steelyard.app.cli.install;

import dev.steelyard.app.cli.failure.UsageErrors;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "ledger", versionProvider = EngineVersion.class)
public final class LedgerCommand extends Verb {

    @Spec
    private CommandSpec spec;

    public LedgerCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        throw new UsageErrors.MissingVerb(spec.commandLine());
    }
}
