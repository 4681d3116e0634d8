package dev.steelyard.app.publication;

import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.RecordedEditions;
import dev.steelyard.ledger.database.RecordedEditions.Recorded;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.ledger.store.WorkFolder;
import dev.steelyard.output.publish.Edition;
import dev.steelyard.output.publish.EditionFolders;
import dev.steelyard.output.publish.KeptEdition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes folders and ledger agree again, before anything else is done: after a kill between record and rename, after one of them was
 * restored from a backup, or a folder was lost. The ledger says what counts; the store holds what is published again. An edition that
 * cannot be had again stops its own period only.
 */
public final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Path output;
    private final Ledger ledger;
    private final RecordedEditions editions;
    private final OffsetDateTime now;
    private final Progress progress;

    public Recovery(LedgerDatabase database, Path output, OffsetDateTime now, Progress progress) {
        this.output = output;
        this.ledger = new Ledger(database.source());
        this.editions = new RecordedEditions(database.source());
        this.now = now;
        this.progress = progress;
    }

    /**
     * Refuses to begin a new ledger beside editions of another one: what was paid by that would be paid again.
     *
     * @throws Standstill if the ledger is empty and editions are there
     */
    public void refuseLostLedger() throws IOException {
        List<String> there = new EditionFolders(output).all();
        if (!there.isEmpty() && editions.all().isEmpty()) {
            throw new Standstill("ledger-lost", "output", output, "count", there.size(), "folder", there.get(0));
        }
    }

    /**
     * Finishes what was recorded, and publishes again what is lost of a period.
     *
     * @return the folders that were published again
     * @throws Standstill if the newest edition of the period, or a closed one, is lost for good
     */
    public Set<String> settle(String job, Period period) throws IOException {
        WorkFolder.sweep(output);
        Set<String> unmarked =
                ledger.unfinished().stream().map(Publication::folder).collect(Collectors.toSet());
        Set<String> again = new TreeSet<>();
        List<Recorded> all = editions.all();
        for (Recorded one : all) {
            boolean isOurs = one.job().equals(job) && one.period().equals(period);
            Edition edition = Edition.named(output, one.job(), one.period(), output.resolve(one.folder()), one.runId());
            if (unmarked.contains(one.folder()) || edition.awaits(one.manifestHash())) {
                finish(one, edition, isOurs, unmarked.contains(one.folder()));
            } else if (isOurs && !edition.isPublished(one.manifestHash())) {
                Optional<Recorded> newest = all.stream()
                        .filter(other ->
                                other.job().equals(job) && other.period().equals(period) && !other.closed())
                        .reduce((first, second) -> second);
                if (publishAgain(
                        one, edition, one.closed() || newest.filter(one::equals).isPresent())) {
                    again.add(one.folder());
                }
            }
        }
        return again;
    }

    /** Gives an edition the name that a kill kept from it. */
    private void finish(Recorded one, Edition edition, boolean isOurs, boolean isUnmarked) throws IOException {
        if (edition.awaits(one.manifestHash()) || edition.isPublished(one.manifestHash())) {
            publish(one, edition);
        } else if (!publishAgain(one, edition, isOurs)) {
            return;
        }
        if (isUnmarked) {
            ledger.markPublished(one.job(), one.period(), one.revision(), now);
        }
    }

    private void publish(Recorded one, Edition edition) throws IOException {
        Optional<Path> aside = edition.publish(one.manifestHash());
        if (aside.isPresent()) {
            LOG.atWarn()
                    .addKeyValue("job", one.job())
                    .addKeyValue("period", one.period())
                    .log("moved a folder aside");
            progress.said("moved-aside", "folder", output.resolve(one.folder()), "aside", aside.get());
        }
    }

    private boolean publishAgain(Recorded one, Edition edition, boolean isNeeded) throws IOException {
        KeptEdition kept =
                new KeptEdition(new ContentStore(RunRequest.ledgerFolder(output).resolve("store")), one.manifestHash());
        List<String> missing = kept.missing();
        Path folder = output.resolve(one.folder());
        if (missing.isEmpty()) {
            kept.stage(edition);
            publish(one, edition);
            LOG.atWarn()
                    .addKeyValue("job", one.job())
                    .addKeyValue("period", one.period())
                    .log("published again");
            progress.said("published-again", "folder", folder);
            return true;
        }
        if (isNeeded) {
            throw new Standstill(
                    "edition-lost",
                    "folder",
                    folder,
                    "hash",
                    one.manifestHash(),
                    "count",
                    missing.size(),
                    "file",
                    missing.get(0));
        }
        LOG.atWarn()
                .addKeyValue("job", one.job())
                .addKeyValue("period", one.period())
                .log("an edition is lost");
        progress.said("edition-lost", "folder", folder);
        return false;
    }
}
