package dev.steelyard.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every verb takes, and the STEELYARD_* variables that stand for them. */
final class CommonOptions {

    @Option(names = "--home", defaultValue = "${env:STEELYARD_HOME:-.}")
    private Path home;

    @Option(names = "--output", defaultValue = "${env:STEELYARD_OUTPUT:-output}")
    private Path output;

    @Option(names = "--db", defaultValue = "${env:STEELYARD_DB}")
    private String db;

    @Option(names = "--lang", defaultValue = "${env:STEELYARD_LANG:-zh}")
    private String language;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--quiet")
    private boolean quiet;

    Path home() {
        return home;
    }

    Path output() {
        return output;
    }

    Optional<String> db() {
        return Optional.ofNullable(db);
    }

    String language() {
        return language;
    }
}
