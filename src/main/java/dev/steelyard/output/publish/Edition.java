package dev.steelyard.output.publish;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.PayoutBook;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.ledger.database.LedgerChain;
import dev.steelyard.ledger.store.FileNames;
import dev.steelyard.ledger.store.PrivateFiles;
import dev.steelyard.ledger.store.Sha256;
import dev.steelyard.ledger.store.SystemStart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * One edition of a period's results on its way out: {@code JOB/PERIOD/rN} or {@code JOB/PERIOD/trial}. Files are written
 * into a staging folder beside it; the manifest comes last; one rename publishes.
 */
public final class Edition {

    private final Path folder;
    private final Path staging;
    private final String name;

    /** Folders of the staged edition that are there. */
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();

    /** @param revision 0 for a trial */
    public Edition(Path output, String job, Period period, int revision, String runId) {
        this(output, job, period, revision == 0 ? "trial" : "r" + revision, runId);
    }

    private Edition(Path output, String job, Period period, String name, String runId) {
        Path parent = output.resolve(job).resolve(period.toString());
        this.name = name;
        this.folder = parent.resolve(name);
        this.staging = parent.resolve("." + name + "-" + runId.substring(0, 16));
    }

    public static Edition of(Path output, RunIdentity run) {
        return new Edition(output, run.job(), run.period(), run.revision(), run.id());
    }

    /**
     * What finance pays by: {@code JOB/PERIOD/closed-rN}; where the revision is closed once more, {@code closed-rN-2}.
     *
     * @param time how often the revision was closed, this time included
     */
    public static Edition closed(Path output, String job, Period period, int revision, int time, String runId) {
        return new Edition(output, job, period, "closed-r" + revision + (time == 1 ? "" : "-" + time), runId);
    }

    /** The same of a folder that is already named. */
    public static Edition named(Path output, String job, Period period, Path folder, String runId) {
        return new Edition(output, job, period, folder.getFileName().toString(), runId);
    }

    /** Whether the sealed edition is staged and only wants its name. */
    public boolean awaits(String manifestHash) throws IOException {
        return holds(staging, manifestHash);
    }

    /** Where the edition is or will be published. */
    public Path folder() {
        return folder;
    }

    /** Begins anew: what an earlier try left in staging is dropped. */
    public void begin() throws IOException {
        delete(staging);
        PrivateFiles.folder(staging);
    }

    /** Drops what was staged. */
    public void drop() throws IOException {
        delete(staging);
    }

    /** The machine files. */
    public static List<EditionFile> machineFiles(RunIdentity identity, RunResult result, Rows<Problem> problems) {
        List<EditionFile> files = new ArrayList<>(List.of(
                file(
                        MachineFiles.scores(result.input().plan()),
                        () -> result.book().cards().iterator()),
                file(MachineFiles.indicators(), () -> MachineFiles.indicatorRows(result, person -> true)
                        .iterator()),
                file(MachineFiles.payout(identity, result.input().plan().currency()), () -> result.payout()
                        .iterator())));
        files.addAll(findings(result, problems));
        return files;
    }

    /** The machine files that hold no scores and no pay. */
    public static List<EditionFile> findings(RunResult result, Rows<Problem> problems) {
        CsvTable<Problem> table = MachineFiles.problems();
        return List.of(
                new EditionFile(table.name(), out -> table.write(problems, out)),
                file(MachineFiles.suspensions(), () -> result.suspensions().iterator()));
    }

    private static <T> EditionFile file(CsvTable<T> table, Iterable<T> rows) {
        return new EditionFile(table.name(), out -> table.write(rows.iterator(), out));
    }

    /**
     * Writes a file into staging, whole or not at all; several may be written at once. It is on the disk once the edition is
     * {@linkplain #seal sealed}: until then, who goes on with what another process staged asks {@link SystemStart}.
     */
    public void write(EditionFile file) throws IOException {
        Path staged = stagedIn(file.name());
        if (SystemStart.id().isPresent()) {
            PrivateFiles.stage(staged, file.content());
        } else {
            PrivateFiles.replace(staged, file.content());
        }
    }

    /**
     * Stages a file of another edition, if it is still what that one's manifest says.
     *
     * @return whether it is
     */
    boolean copy(Manifest.Output output, Path from) throws IOException {
        byte[] bytes = Files.size(from) == output.bytes() ? Files.readAllBytes(from) : new byte[0];
        if (!Sha256.of(bytes).equals(output.sha256())) {
            return false;
        }
        Path staged = stagedIn(output.name());
        if (SystemStart.id().isPresent()) {
            PrivateFiles.stage(staged, bytes);
        } else {
            PrivateFiles.replace(staged, out -> out.write(bytes));
        }
        return true;
    }

    /**
     * Stages a copy that was made of a file of another edition, and compared with what that one's manifest says.
     *
     * @return whether it could; a copy on another disk cannot
     */
    boolean place(Manifest.Output output, Path copy) throws IOException {
        try {
            Files.move(copy, stagedIn(output.name()), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (AtomicMoveNotSupportedException e) {
            return false;
        }
    }

    /** Where the file is to be staged; its folder is there. */
    private Path stagedIn(String name) throws IOException {
        Path staged = staged(name);
        if (!folders.contains(staged.getParent())) {
            folders.add(PrivateFiles.folder(staged.getParent()));
        }
        return staged;
    }

    /** Whether the file is staged, whole. */
    public boolean holds(String name) {
        return Files.isRegularFile(staged(name));
    }

    private Path staged(String name) {
        Path file = staging;
        for (String part : name.split("/")) {
            file = FileNames.resolve(file, part);
        }
        return file;
    }

    /** A staged file, to be read back. */
    public InputStream openStaged(String name) throws IOException {
        return Files.newInputStream(staged(name));
    }

    /** The payout as it was staged, read back. */
    public PayoutBook stagedPayout() throws IOException {
        return PayoutFile.read(staging);
    }

    /**
     * Closes the staged edition with its manifest, and returns the manifest's hash. What a killed process left half written
     * is dropped before; to be called when nobody writes any more.
     */
    public String seal(RunIdentity identity, RunResult result, List<InputFile> inputs, String previous)
            throws IOException {
        return seal(identity, result, inputs, previous, Manifest.Reads.NOTHING, Optional.empty(), Map.of());
    }

    /** @param reads what the run read besides its inputs */
    public String seal(
            RunIdentity identity,
            RunResult result,
            List<InputFile> inputs,
            String previous,
            Manifest.Reads reads,
            Optional<LedgerChain.Draft> ledger,
            Map<String, Manifest.Output> known)
            throws IOException {
        Sealing sealing = sealing(identity, result, inputs, previous, reads, ledger, known);
        seal(sealing);
        return sealing.hash();
    }

    /**
     * What is to close the staged edition.
     *
     * @param hash of the manifest
     * @param files all that it names
     */
    public record Sealing(byte[] manifest, String hash, List<Path> files) {}

    /**
     * Makes the manifest of what is staged. What a killed process left half written is dropped before; to be called when nobody writes any
     * more.
     *
     * @param reads what the run read besides its inputs
     * @param ledger its place in the ledger's chain; empty where the ledger holds nothing of it
     * @param known files whose content is known, so that they are not read again
     */
    public Sealing sealing(
            RunIdentity identity,
            RunResult result,
            List<InputFile> inputs,
            String previous,
            Manifest.Reads reads,
            Optional<LedgerChain.Draft> ledger,
            Map<String, Manifest.Output> known)
            throws IOException {
        Files256 files = Files256.below(staging, PrivateFiles::isTemporary);
        for (Path half : files.leftOut()) {
            Files.delete(half);
        }
        byte[] json = Manifest.of(identity, result, inputs, files.outputs(known), previous, reads, ledger)
                .toJson();
        return new Sealing(json, Sha256.of(json), files.paths());
    }

    /** Brings what the manifest names to the disk, and writes the manifest. */
    public void seal(Sealing sealing) throws IOException {
        PrivateFiles.sync(sealing.files());
        Set<Path> folders = new LinkedHashSet<>(List.of(staging));
        for (Path file : sealing.files()) {
            for (Path folder = file.getParent(); !folder.equals(staging); folder = folder.getParent()) {
                folders.add(folder);
            }
        }
        for (Path folder : folders) {
            PrivateFiles.sync(folder);
        }
        PrivateFiles.replace(staging.resolve(Manifest.NAME), out -> out.write(sealing.manifest()));
    }

    /** Whether the sealed edition bears its name. */
    public boolean isPublished(String manifestHash) throws IOException {
        return holds(folder, manifestHash);
    }

    /** Where the sealed edition lies meanwhile: to be kept elsewhere too, or brought back to. */
    public Path staging() {
        return staging;
    }

    /**
     * Publishes what was sealed: one rename, then {@code latest}. May be repeated after a kill at any point. A folder of that name
     * that holds the same counts as published; one that holds anything else is moved aside.
     *
     * @param manifestHash what {@link #seal} returned; tells the sealed edition from anything else
     * @return where what was in the way lies now
     * @throws IOException if neither staging nor folder hold the sealed edition
     */
    public Optional<Path> publish(String manifestHash) throws IOException {
        Optional<Path> aside = Optional.empty();
        if (holds(folder, manifestHash)) {
            delete(staging);
        } else if (holds(staging, manifestHash)) {
            if (name.equals("trial")) {
                delete(folder);
            } else if (Files.exists(folder)) {
                aside = Optional.of(moveAside());
            }
            PrivateFiles.rename(staging, folder);
        } else {
            throw new IOException("neither " + staging + " nor " + folder + " holds the sealed edition");
        }
        PrivateFiles.sweep(folder.getParent());
        dropStaged();
        // The newest revision; a closed edition is one of it.
        if (name.startsWith("r") && !isOlderThanLatest()) {
            PrivateFiles.replace(
                    folder.resolveSibling("latest"),
                    out -> out.write((folder.getFileName() + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        return aside;
    }

    /** A revision that was lost and comes back may have been replaced since. */
    private boolean isOlderThanLatest() throws IOException {
        Path latest = folder.resolveSibling("latest");
        String newest = Files.isRegularFile(latest) ? Files.readString(latest).strip() : "";
        return newest.matches("r\\d{1,6}")
                && Files.isDirectory(folder.resolveSibling(newest))
                && Integer.parseInt(newest.substring(1)) > Integer.parseInt(name.substring(1));
    }

    /** To {@code rN.aside-HASH}, the beginning of the hash of its manifest: a name of which nobody takes an edition. */
    private Path moveAside() throws IOException {
        Path manifest = folder.resolve(Manifest.NAME);
        String what = Files.isRegularFile(manifest)
                ? Sha256.of(Files.readAllBytes(manifest)).substring(0, 8)
                : "unsealed";
        Path aside = folder.resolveSibling(name + ".aside-" + what);
        for (int more = 2; Files.exists(aside); more++) {
            aside = folder.resolveSibling(name + ".aside-" + what + "-" + more);
        }
        PrivateFiles.rename(folder, aside);
        return aside;
    }

    /** Drops what dead runs staged under this name: whoever publishes holds the ledger, and has published what was sealed before. */
    private void dropStaged() throws IOException {
        try (Stream<Path> all = Files.list(folder.getParent())) {
            for (Path path : all.toList()) {
                if (FileNames.of(path).matches("\\Q." + name + "-\\E[0-9a-f]{16}")) {
                    delete(path);
                }
            }
        }
    }

    private static boolean holds(Path folder, String manifestHash) throws IOException {
        Path manifest = folder.resolve(Manifest.NAME);
        return Files.isRegularFile(manifest)
                && Sha256.of(Files.readAllBytes(manifest)).equals(manifestHash);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
