package dev.steelyard.app.publication;

import dev.steelyard.app.calculation.KeptCells;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.input.intake.KeptSlices;
import dev.steelyard.input.intake.SliceFiles;
import dev.steelyard.ledger.database.BatchRows;
import dev.steelyard.ledger.database.RecordedEditions;
import dev.steelyard.ledger.database.RecordedEditions.Recorded;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.ledger.store.FileNames;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops what has outlived its retention, so that nothing grows for ever: what the framework remembers of old runs, content of the store
 * that no edition within its retention names, and what killed runs left that nobody went on with. Called by who holds the ledger, after
 * a run.
 *
 * <p>Kept whatever its age: all that an edition names whose period is not closed, or whose job is not among those told. Where a single
 * manifest cannot be read, nothing of the store is dropped: nobody knows what it names.
 */
public final class Housekeeping {

    /** How long what belongs to no edition stays: a killed run may still be gone on with. */
    private static final int LOOSE_DAYS = 31;

    /** Runs that are remembered of a job whose file is gone. */
    private static final int RUNS = 24;

    /** Content that may name other content, such as a calendar its years. */
    private static final long LISTING = 4096;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /**
     * What is kept of a job.
     *
     * @param months how many months after its period's end what an edition was made of is kept
     * @param runs how many runs the framework remembers
     * @param closes whether its periods are closed; else age alone decides
     */
    public record Retention(int months, int runs, boolean closes) {}

    /** What was dropped. */
    public record Dropped(int runs, int contents, long bytes) {}

    private final Path output;
    private final DataSource source;
    private final Map<String, Retention> jobs;
    private final OffsetDateTime now;

    /** @param jobs what the job files say; of a job that is not among them everything is kept */
    public Housekeeping(Path output, DataSource source, Map<String, Retention> jobs, OffsetDateTime now) {
        this.output = output;
        this.source = source;
        this.jobs = Map.copyOf(jobs);
        this.now = now;
    }

    public Dropped run() throws IOException {
        BatchRows rows = new BatchRows(source);
        int runs = 0;
        for (String job : rows.jobs()) {
            runs += rows.keepNewest(
                    job, Optional.ofNullable(jobs.get(job)).map(Retention::runs).orElse(RUNS));
        }
        dropLooseWork();
        dropKeptCells();
        Dropped dropped = dropContents(runs);
        LOG.atInfo()
                .addKeyValue("runs", dropped.runs())
                .addKeyValue("contents", dropped.contents())
                .addKeyValue("bytes", dropped.bytes())
                .log("dropped what is past its retention");
        return dropped;
    }

    private boolean isLoose(Path path) throws IOException {
        return Files.getLastModifiedTime(path)
                .toInstant()
                .isBefore(now.minusDays(LOOSE_DAYS).toInstant());
    }

    private void dropLooseWork() throws IOException {
        Path work = RunRequest.ledgerFolder(output).resolve("work");
        if (!Files.isDirectory(work)) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(work, Files::isDirectory)) {
            for (Path folder : folders) {
                if (isLoose(folder)) {
                    new SliceFiles(folder).delete();
                }
            }
        }
    }

    /** Cells that no run took over for so long: another run measures again. */
    private void dropKeptCells() throws IOException {
        Path cells = KeptCells.folder(output);
        if (Files.isDirectory(cells)) {
            KeptSlices.drop(cells, this::isLoose);
        }
        // The ledger is held, and no run is at work: whoever wrote them came too late.
        BundleFiles.below(output).drop();
    }

    private Dropped dropContents(int runs) throws IOException {
        ContentStore store = new ContentStore(RunRequest.ledgerFolder(output).resolve("store"));
        Optional<Set<String>> needed = needed(store);
        int contents = 0;
        long bytes = 0;
        if (needed.isPresent()) {
            for (Path content : store.all()) {
                String name = FileNames.of(content);
                if (HASH.matcher(name).matches() && !needed.get().contains(name) && isLoose(content)) {
                    bytes += Files.size(content);
                    contents++;
                    store.drop(name);
                }
            }
        }
        return new Dropped(runs, contents, bytes);
    }

    /** The hashes that are named by what is within its retention; empty where it cannot be told. */
    private Optional<Set<String>> needed(ContentStore store) throws IOException {
        Set<String> needed = new HashSet<>();
        List<Recorded> all = new RecordedEditions(source).all();
        Set<String> closed = all.stream()
                .filter(Recorded::closed)
                .map(one -> one.job() + "/" + one.period())
                .collect(Collectors.toSet());
        for (Recorded one : all) {
            if (isKept(one, closed.contains(one.job() + "/" + one.period()))) {
                Optional<Path> manifest = manifest(one, store);
                if (manifest.isEmpty()) {
                    LOG.atWarn()
                            .addKeyValue("job", one.job())
                            .addKeyValue("period", one.period())
                            .log("no manifest, so nothing is dropped from the store");
                    return Optional.empty();
                }
                needed.add(one.manifestHash());
                name(manifest.get(), needed);
            }
        }
        for (Path trial : trials()) {
            name(trial, needed);
        }
        for (String hash : new ArrayList<>(needed)) {
            Path content = store.path(hash);
            if (Files.isRegularFile(content) && Files.size(content) <= LISTING) {
                name(content, needed);
            }
        }
        return Optional.of(needed);
    }

    private boolean isKept(Recorded edition, boolean isClosed) {
        Retention retention = jobs.get(edition.job());
        LocalDate today = now.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
        return retention == null
                || retention.closes() && !isClosed
                || !edition.period().last().plusMonths(retention.months()).isBefore(today);
    }

    private Optional<Path> manifest(Recorded edition, ContentStore store) throws IOException {
        Path published = output.resolve(edition.folder()).resolve(Manifest.NAME);
        return Files.isRegularFile(published) ? Optional.of(published) : store.find(edition.manifestHash());
    }

    private List<Path> trials() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(output, Files::isDirectory)) {
            for (Path job : folders) {
                try (DirectoryStream<Path> periods = Files.newDirectoryStream(job, Files::isDirectory)) {
                    for (Path period : periods) {
                        Path manifest = period.resolve("trial").resolve(Manifest.NAME);
                        if (Files.isRegularFile(manifest)) {
                            found.add(manifest);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Every hash that a text names, whatever for. */
    private static void name(Path text, Set<String> to) throws IOException {
        Matcher hash = HASH.matcher(new String(Files.readAllBytes(text), StandardCharsets.ISO_8859_1));
        while (hash.find()) {
            to.add(hash.group());
        }
    }
}
