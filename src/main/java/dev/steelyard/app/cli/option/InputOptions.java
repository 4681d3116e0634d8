package dev.steelyard.app.cli.option;

import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.calculation.RunRequest.Host;
import dev.steelyard.app.calculation.RunRequest.Mode;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.input.exports.Freezer;
import dev.steelyard.input.planfile.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the exports lie, and how many threads read them. */
public class InputOptions {

    private static final int MOST_THREADS = 6;

    @Option(names = "--inputs", paramLabel = "DIR")
    private Path inputs;

    @Option(names = "--threads", paramLabel = "N")
    private Integer threads;

    /** What is to be calculated. */
    public RunRequest request(Verb verb, JobRules rules, PeriodChoice choice, Mode mode, Path output) {
        Path folder = folder(verb, rules.setup().job(), choice.period());
        return request(
                verb, rules, choice, mode, output, folder, verb.surroundings().now());
    }

    /** The same from a folder, at a time. */
    public RunRequest request(
            Verb verb, JobRules rules, PeriodChoice choice, Mode mode, Path output, Path folder, OffsetDateTime now) {
        return new RunRequest(
                rules.setup().job(),
                rules.rules(),
                choice.period(),
                choice.asOf(),
                mode,
                folder,
                areSamples(),
                output,
                verb.language(),
                new Host(threads(), Freezer.SLICE_BYTES, now, EngineVersion.engine()),
                List.of());
    }

    /** Whether the folder is that of the sample company. */
    protected boolean areSamples() {
        return false;
    }

    /** The folder that was named, if one was. */
    public Optional<Path> named() {
        return Optional.ofNullable(inputs);
    }

    /**
     * The folder that was named, else the job's own, as the scheduler reads it.
     *
     * @throws Refusal if there is no such folder
     */
    public Path folder(Verb verb, Job job, Period period) {
        return named().map(InputOptions::existing).orElseGet(() -> own(verb, job, period));
    }

    private static Path own(Verb verb, Job job, Period period) {
        Path own = verb.home().resolve(job.inputs().folder(period));
        if (!Files.isDirectory(own)) {
            throw Refusal.badInput("inputs-none", "folder", Verb.shown(own), "job", job.job());
        }
        return own;
    }

    /** @throws Refusal if there is no such folder */
    public static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Refusal.badInput("inputs-missing", "folder", Verb.shown(folder));
        }
        return folder;
    }

    public int threads() {
        int wanted = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (wanted < 1) {
            throw Refusal.badInput("threads", "value", wanted, "most", MOST_THREADS);
        }
        return Math.min(wanted, MOST_THREADS);
    }
}
