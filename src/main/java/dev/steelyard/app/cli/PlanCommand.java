package dev.steelyard.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "plan", versionProvider = EngineVersion.class)
final class PlanCommand extends Verb {

    @Spec
    private CommandSpec spec;

    PlanCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        throw new UsageErrors.MissingVerb(spec.commandLine());
    }
}
