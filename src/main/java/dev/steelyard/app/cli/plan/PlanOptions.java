package dev.steelyard.app.cli.plan;

import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.input.planfile.ExportsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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

    Path exports(Verb verb) {
        return exports(verb, file, Optional.ofNullable(exports));
    }

    /** As named; else beside the plan or one folder above it, as jobs lie; else that of the home folder. */
    static Path exports(Verb verb, Path plan, Optional<Path> named) {
        Path home = verb.home().resolve("jobs").resolve("exports.yaml");
        return named.or(() -> Stream.of(
                                plan.resolveSibling("exports.yaml"),
                                plan.resolveSibling("../exports.yaml").normalize())
                        .filter(Files::isRegularFile)
                        .findFirst())
                .orElse(home);
    }

    Map<String, Schema> schemas(Verb verb) {
        return ExportsFile.read(exports(verb));
    }
}
