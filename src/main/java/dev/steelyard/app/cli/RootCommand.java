package dev.steelyard.app.cli;

import dev.steelyard.app.cli.failure.UsageErrors;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "steelyard", versionProvider = EngineVersion.class)
final class RootCommand extends Verb {

    @Spec
    private CommandSpec spec;

    RootCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        throw new UsageErrors.MissingVerb(spec.commandLine());
    }
}
