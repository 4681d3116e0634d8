package dev.steelyard.app.cli.option;

import dev.steelyard.app.calculation.RunRules;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.input.planfile.JobFile;
import dev.steelyard.input.planfile.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A job with everything it names, and by what it calculates. */
public record JobRules(Setup setup, RunRules rules) {

    /** @param job a file of {@code jobs/} by name, or a path */
    public static JobRules read(Path home, String job) throws IOException {
        Setup setup = Setup.read(JobFile.find(home, job), Optional.empty());
        return new JobRules(setup, RunRules.of(setup));
    }

    /** Refuses a job that only alerts where scores or pay are asked for. */
    public static void mustScore(Job job) {
        if (!job.does().scores()) {
            throw Refusal.badInput("job-not-scoring", "job", job.job());
        }
    }
}
