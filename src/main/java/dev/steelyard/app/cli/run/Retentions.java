package dev.steelyard.app.cli.run;

import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.app.publication.Housekeeping;
import dev.steelyard.app.publication.Housekeeping.Retention;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.input.planfile.JobFile;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.ledger.database.LedgerDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the job files say about how long things are kept, put to use after a run. */
public final class Retentions {

    private static final Logger LOG = LoggerFactory.getLogger(Retentions.class);

    private Retentions() {}

    /** Of every job file that can be read: of another job everything is kept. */
    public static Map<String, Retention> of(Path home) {
        Map<String, Retention> jobs = new TreeMap<>();
        for (String name : JobFile.names(home.resolve("jobs"))) {
            try {
                Job job = JobFile.read(JobFile.find(home, name));
                jobs.put(
                        job.job(),
                        new Retention(
                                job.store().keepMonths(),
                                job.store().runs(),
                                job.does().scores()));
            } catch (InvalidFile e) {
                LOG.atDebug().addKeyValue("job", name).log("its retention cannot be read");
            }
        }
        return jobs;
    }

    /** After a run of the ledger that is still open. That something cannot be dropped fails no run. */
    public static void apply(Verb verb, RunRequest request, LedgerDatabase database) {
        try {
            new Housekeeping(
                            request.output(),
                            database.source(),
                            of(verb.home()),
                            request.host().now())
                    .run();
        } catch (IOException | RuntimeException e) {
            LOG.atWarn().setCause(e).log("what is past its retention could not be dropped");
        }
    }
}
