package dev.steelyard.cli;

import dev.steelyard.fact.Schema;
import dev.steelyard.planfile.ExportsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A plan file, and the exports file that says what its measures may read. */
final class PlanOptions {

    @Parameters(paramLabel = "FILE")
    private Path file;

    @Option(names = "--exports", paramLabel = "FILE")
    private Path exports;

    Path file() {
        return file;
    }

    /** As named; else beside the plan or one folder above it, as jobs lie; else that of the home folder. */
    Path exports(Verb verb) {
        if (exports != null) {
            return exports;
        }
        Path home = verb.home().resolve("jobs").resolve("exports.yaml");
        return Stream.of(
                        file.resolveSibling("exports.yaml"),
                        file.resolveSibling("../exports.yaml").normalize())
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(home);
    }

    Map<String, Schema> schemas(Verb verb) {
        return ExportsFile.read(exports(verb));
    }
}
