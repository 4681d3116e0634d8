package dev.steelyard.cli;

import picocli.CommandLine.Command;

@Command(
        name = "steelyard",
        mixinStandardHelpOptions = true,
        subcommands = {RunCommand.class, TemplateCommand.class})
final class RootCommand implements Runnable {

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(spec.commandLine(), "no verb");
    }
}
