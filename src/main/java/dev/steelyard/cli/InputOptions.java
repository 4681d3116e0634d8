package dev.steelyard.cli;

import dev.steelyard.batch.RunRequest;
import dev.steelyard.exports.Freezer;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the exports lie, and how many threads read them. */
final class InputOptions {

    private static final int MOST_THREADS = 6;

    @Option(names = "--inputs", paramLabel = "DIR")
    private Path inputs;

    @Option(names = "--threads", paramLabel = "N")
    private Integer threads;

    /** What is to be calculated. */
    RunRequest request(Verb verb, JobRules rules, PeriodChoice choice, boolean trial, Path output) {
        return new RunRequest(
                rules.setup().job(),
                rules.setup().plan(),
                rules.setup().schemas(),
                rules.setup().workingDays(),
                rules.hashes(),
                choice.period(),
                choice.asOf(),
                trial,
                folder(verb),
                output,
                verb.surroundings().now(),
                threads(),
                Freezer.SLICE_BYTES,
                verb.language(),
                EngineVersion.VERSION,
                rules.setup().vouchers());
    }

    /** The folder that was named, else the samples that come with the engine. */
    Path folder(Verb verb) {
        Path folder = inputs == null ? verb.home().resolve("input-samples") : inputs;
        if (!Files.isDirectory(folder)) {
            throw Refusal.badInput("inputs-missing", "folder", Verb.shown(folder));
        }
        return folder;
    }

    int threads() {
        int wanted = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (wanted < 1) {
            throw Refusal.badInput("threads", "value", wanted, "most", MOST_THREADS);
        }
        return Math.min(wanted, MOST_THREADS);
    }
}
