package dev.steelyard.app.cli.run;

import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.LoggedVerb;
import dev.steelyard.app.cli.verb.OpenLedger;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.input.planfile.JobFile;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.RecordedEditions;
import dev.steelyard.output.publish.Edition;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Hands a published edition out again: nothing is calculated, and the edition stays what it is. */
@Command(name = "publish", versionProvider = EngineVersion.class)
public final class PublishCommand extends LoggedVerb {

    @Parameters(paramLabel = "EDITION")
    private String run;

    public PublishCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        Path edition = edition();
        String name = Manifest.read(edition).job();
        Job job = JobFile.read(JobFile.find(home(), name));
        Job.Publish publish = job.publish().orElseThrow(() -> Refusal.badInput("publish-nobody", "job", name));
        orNotAsRecorded(edition, Manifest.read(edition));
        HandOuts handed = HandOuts.now(this, publish, edition);
        int exit = handed.exit(Exit.DONE);
        if (json()) {
            print(Json.of("outcome", exit == Exit.DONE ? "handed_out" : "failed")
                    .with("exit", exit)
                    .with("handed_out", handed.json().members()));
        } else {
            handed.tell();
        }
        return exit;
    }

    /** A manifest can be made anew along with its files: what the ledger recorded is handed out, and nothing else. */
    private void orNotAsRecorded(Path edition, Manifest manifest) throws IOException {
        Period period = Period.parse(manifest.period()).orElseThrow();
        String recorded;
        try (LedgerDatabase database = OpenLedger.toLook(this)) {
            recorded = new RecordedEditions(database.source())
                    .manifests(manifest.job(), period)
                    .get(String.valueOf(edition.getFileName()));
        }
        if (recorded == null
                || !Edition.named(output(), manifest.job(), period, edition, manifest.run())
                        .isPublished(recorded)) {
            throw Refusal.of(Exit.REFUSED, "publish-differs", "folder", shown(edition));
        }
    }

    /** The folder below the outputs; of a period the newest revision. */
    private Path edition() throws IOException {
        Path named = output().resolve(run).normalize();
        Path latest = named.resolve("latest");
        Path folder = Files.isRegularFile(latest)
                ? named.resolve(Files.readString(latest).strip())
                : named;
        boolean isFinal = !folder.getFileName().toString().equals("trial");
        if (!named.startsWith(output()) || !isFinal || !Files.isRegularFile(folder.resolve(Manifest.NAME))) {
            throw Refusal.badInput("publish-run", "run", run);
        }
        return folder;
    }
}
