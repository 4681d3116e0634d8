package dev.steelyard.cli;

import picocli.CommandLine;

/** The command {@code steelyard} 杆秤. */
public final class Steelyard {

    private Steelyard() {}

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /** Runs a command line and returns its exit code. */
    static int execute(String... args) {
        CommandLine command = new CommandLine(new RootCommand());
        command.setExecutionExceptionHandler(new Failures());
        command.setCaseInsensitiveEnumValuesAllowed(true);
        return command.execute(args);
    }
}
