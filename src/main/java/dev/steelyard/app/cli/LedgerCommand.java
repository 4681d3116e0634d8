package dev.steelyard.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "ledger", versionProvider = EngineVersion.class)
final class LedgerCommand extends Verb {

    @Spec
    private CommandSpec spec;

    LedgerCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        throw new UsageErrors.MissingVerb(spec.commandLine());
    }
}
