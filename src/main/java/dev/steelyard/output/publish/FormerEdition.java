package dev.steelyard.output.publish;

import dev.steelyard.engine.pay.PersonalPayout;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.ledger.store.FileNames;
import dev.steelyard.ledger.store.PrivateFiles;
import dev.steelyard.ledger.store.Sha256;
import dev.steelyard.output.publish.Manifest.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The edition that was published before, for the next revision to take over what is made of the same: each file by copy, never by link,
 * and only if it is what its manifest says, and the manifest what the ledger says. What its files were made of stands in a listing that
 * may be lost at any time: then they are made again.
 */
public final class FormerEdition {

    /** How the name of a listing ends. */
    public static final String LISTING = ".books";

    private final Path folder;
    private final Map<String, Output> outputs;
    private final Map<String, String> madeOf;
    private final String ground;
    private final FormerCopies copies;
    private final Map<String, Optional<String>> hashes = new ConcurrentHashMap<>();
    private final Map<String, Output> taken = new ConcurrentHashMap<>();

    private FormerEdition(
            Path folder, Map<String, Output> outputs, Map<String, String> madeOf, String ground, FormerCopies copies) {
        this.folder = folder;
        this.outputs = outputs;
        this.madeOf = madeOf;
        this.ground = ground;
        this.copies = copies;
    }

    /**
     * None, for the first one.
     *
     * @param ground what the run began with, as far as files that tell what they are made of depend on it
     */
    public static FormerEdition none(String ground) {
        return new FormerEdition(Path.of(""), Map.of(), Map.of(), ground, FormerCopies.NONE);
    }

    /**
     * The edition in a folder; none where it or its listing is not what it was.
     *
     * @param manifestHash as the ledger recorded it
     */
    public static FormerEdition of(Path folder, String manifestHash, Path listing, String ground) {
        try {
            Optional<SealedEdition> edition = SealedEdition.of(folder)
                    .filter(found -> found.manifestHash().equals(manifestHash));
            Map<String, String> listed = read(listing, manifestHash);
            return edition.isEmpty() || listed.isEmpty()
                    ? none(ground)
                    : new FormerEdition(
                            folder,
                            edition.get().manifest().outputs().stream()
                                    .collect(Collectors.toMap(Output::name, Function.identity())),
                            listed,
                            ground,
                            FormerCopies.NONE);
        } catch (IOException | RuntimeException e) {
            return none(ground);
        }
    }

    /** The same for a run of which it is known now what it began with, and whose files may have been copied meanwhile. */
    public FormerEdition on(String newGround, FormerCopies meanwhile) {
        return new FormerEdition(folder, outputs, madeOf, newGround, meanwhile);
    }

    // ------------------------------------------------------------------ taking over

    /**
     * Stages the file as the former edition has it, if it is made of the same and still what it was.
     *
     * @return whether it is staged
     */
    public boolean take(EditionFile file, Edition to) {
        Optional<String> then = Optional.ofNullable(madeOf.get(file.name()));
        Output output = outputs.get(file.name());
        if (then.isEmpty() || output == null || !hash(file).equals(then)) {
            return false;
        }
        try {
            Optional<Path> copy = copies.take(file.name());
            boolean copied = copy.isPresent() && to.place(output, copy.get()) || to.copy(output, path(file.name()));
            if (copied) {
                taken.put(file.name(), output);
            }
            return copied;
        } catch (IOException e) {
            // Made again; where there is no room for that either, it is said then.
            return false;
        }
    }

    /** Whether it has the file, made of the same. */
    public boolean holds(EditionFile file) {
        return outputs.containsKey(file.name())
                && madeOf.containsKey(file.name())
                && hash(file).equals(Optional.of(madeOf.get(file.name())));
    }

    /** What the run began with, as far as files that tell what they are made of depend on it. */
    public String ground() {
        return ground;
    }

    /** The files of which the listing says what they are made of, in the order of their names. */
    List<Output> listed() {
        return outputs.values().stream()
                .filter(output -> madeOf.containsKey(output.name()))
                .sorted(Comparator.comparing(Output::name, CodePoints.ORDER))
                .toList();
    }

    Path path(String name) {
        Path path = folder;
        for (String part : name.split("/")) {
            path = FileNames.resolve(path, part);
        }
        return path;
    }

    /** What was taken over: its bytes were compared with its hash on the way. */
    public Map<String, Output> taken() {
        return Map.copyOf(taken);
    }

    /**
     * What the statements that were taken over came to when they were written and read back: file → sums. The index that says so is
     * compared like every file.
     */
    public Map<String, PersonalPayout> statements() throws IOException {
        Output index = outputs.get(StatementIndex.NAME);
        if (index == null || !index.sha256().equals(Sha256.of(path(StatementIndex.NAME)))) {
            return Map.of();
        }
        return StatementIndex.read(folder).stream()
                .filter(entry -> taken.containsKey(entry.file()))
                .collect(Collectors.toMap(StatementIndex.Entry::file, StatementIndex.Entry::payout));
    }

    // ------------------------------------------------------------------ the listing

    /** What the file is made of, with what the run began with; empty where it does not tell. */
    private Optional<String> hash(EditionFile file) {
        return hashes.computeIfAbsent(file.name(), name -> file.madeOf()
                .get()
                .map(own -> Sha256.of((ground + "\n" + name + "\n" + own).getBytes(StandardCharsets.UTF_8))));
    }

    /** Lists what the files of an edition are made of, for the next one. */
    public void list(List<EditionFile> files, String manifestHash, Path listing) throws IOException {
        Map<String, String> all = new TreeMap<>(CodePoints.ORDER);
        files.parallelStream().forEach(this::hash);
        files.forEach(file -> hash(file).ifPresent(hash -> all.put(file.name(), hash)));
        StringBuilder text = new StringBuilder(manifestHash).append('\n');
        all.forEach((name, hash) -> text.append(hash).append(' ').append(name).append('\n'));
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        PrivateFiles.replace(listing, out -> {
            out.write(body);
            out.write(Sha256.of(body).getBytes(StandardCharsets.US_ASCII));
        });
    }

    private static Map<String, String> read(Path listing, String manifestHash) throws IOException {
        if (!Files.isRegularFile(listing)) {
            return Map.of();
        }
        String text = Files.readString(listing);
        int end = text.lastIndexOf('\n') + 1;
        String body = text.substring(0, end);
        if (!text.substring(end).equals(Sha256.of(body.getBytes(StandardCharsets.UTF_8)))
                || !body.startsWith(manifestHash + "\n")) {
            return Map.of();
        }
        Map<String, String> listed = new HashMap<>();
        body.lines().skip(1).forEach(line -> {
            int name = line.indexOf(' ') + 1;
            listed.put(line.substring(name), line.substring(0, name - 1));
        });
        return listed;
    }
}
