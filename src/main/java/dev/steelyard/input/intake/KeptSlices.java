package dev.steelyard.input.intake;

import dev.steelyard.engine.measure.Grounds;
import dev.steelyard.engine.unit.Canonical;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.intake.Exclusions.Exclusion;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.ledger.store.ContentStore.Content;
import dev.steelyard.ledger.store.PrivateFiles;
import dev.steelyard.ledger.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * What slices came to, kept beyond their runs: whoever asks the same of the same bytes on the same {@link Grounds} takes it over and reads
 * no row (architecture.md 2). A slice's entry is found by checksums of its bytes and taken once the bytes themselves are the same. An entry
 * names its files by their hashes; what is not there whole, is another's or not what it was is as
 * good as not kept. Nothing but time is lost with the folder.
 *
 * @param version of what measures; another one's entries are not taken
 */
public final class KeptSlices {

    private static final String ENTRY = ".slice";
    private static final String BYTES = ".bytes";
    private static final String CONTENTS = "contents";
    private static final String PEOPLE = "people";
    /** Of which content, from which byte on, an entry was measured. */
    private static final String MEASURED = "measured";

    private static final int BUFFER = 1 << 16;
    private static final char AFTER_ID = '\u001f';

    private final Path folder;
    private final ContentStore store;
    private final String version;
    private final boolean keeping;

    /**
     * @param folder created, private, by whoever keeps, if it does not exist
     * @param store what slices are read from
     * @param keeping whether anything is written there; who only looks takes what there is
     */
    public KeptSlices(Path folder, ContentStore store, String version, boolean keeping) throws IOException {
        this.folder = keeping ? PrivateFiles.folder(folder) : folder;
        this.store = store;
        this.version = version;
        this.keeping = keeping;
    }

    private ContentStore contents() throws IOException {
        return new ContentStore(folder.resolve(CONTENTS));
    }

    /** What a dataset's slices are measured by, once for all of them. */
    public record By(String hash, String people) {

        /** @param more what else measuring depends on: the schema, the calendar, the zone */
        public static By of(Grounds grounds, Object... more) {
            MessageDigest digest = Sha256.digest();
            for (Object one : more) {
                digest.update((Canonical.text(one) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            for (String line : grounds.lines()) {
                digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            StringBuilder people = new StringBuilder();
            grounds.people()
                    .forEach((id, said) ->
                            people.append(id).append(AFTER_ID).append(said).append('\n'));
            return new By(Sha256.hex(digest), people.toString());
        }

        /** Another one where anything differs that measuring depends on. */
        public String id() {
            return hash + "-" + content().sha256();
        }

        private Content content() {
            byte[] bytes = people.getBytes(StandardCharsets.UTF_8);
            return new Content(Sha256.of(bytes), bytes.length);
        }
    }

    /** What became of taking an entry over. */
    public enum Taken {
        TAKEN,
        NOT_KEPT,
        /** It was there, and is not what it was. */
        DAMAGED
    }

    /** By its bytes and where its rows stand, not by the file around it: what is corrected elsewhere leaves it as it is. */
    private Path entry(Slice slice, Map<Long, Exclusion> exclusions, By by) throws IOException {
        String asked = String.join(
                "\n",
                version,
                by.hash(),
                slice.dataset(),
                slice.file(),
                slice.shape() instanceof Slice.Text ? bytes(slice) : slice.content(),
                Canonical.text(slice.shape()),
                Canonical.text(slice.header()),
                slice.start().record() + " " + slice.start().line(),
                Canonical.text(slice.corrections()),
                Canonical.text(new TreeMap<>(exclusions)));
        return folder.resolve(Sha256.of(asked) + ENTRY);
    }

    /** Two checksums of the slice's bytes and how many they are, which are kept too: its content does not change. */
    private String bytes(Slice slice) throws IOException {
        Path known = folder.resolve(slice.content() + "-" + slice.start().offset() + "-" + slice.end() + BYTES);
        if (Files.isRegularFile(known)) {
            return Files.readString(known, StandardCharsets.ISO_8859_1);
        }
        String sums;
        try (InputStream in = Files.newInputStream(store.path(slice.content()))) {
            in.skipNBytes(slice.start().offset());
            sums = sums(in, length(slice)) + "-" + length(slice);
        }
        if (keeping) {
            PrivateFiles.stage(known, out -> out.write(sums.getBytes(StandardCharsets.ISO_8859_1)));
        }
        return sums;
    }

    private static long length(Slice slice) {
        return slice.end() - slice.start().offset();
    }

    /** Whether the slice has the very bytes that an entry was measured of: alike in its checksums is not the same. */
    private boolean hasBytes(Slice slice, String content, long offset) throws IOException {
        if (content.equals(slice.content()) && offset == slice.start().offset()) {
            return true;
        }
        if (!Files.isRegularFile(store.path(content))) {
            return false;
        }
        try (InputStream one = Files.newInputStream(store.path(content));
                InputStream other = Files.newInputStream(store.path(slice.content()))) {
            one.skipNBytes(offset);
            other.skipNBytes(slice.start().offset());
            byte[] then = new byte[BUFFER];
            byte[] now = new byte[BUFFER];
            for (long left = length(slice); left > 0; left -= BUFFER) {
                int part = (int) Math.min(BUFFER, left);
                if (one.readNBytes(then, 0, part) < part
                        || other.readNBytes(now, 0, part) < part
                        || !Arrays.equals(then, 0, part, now, 0, part)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Takes over what is kept of the slice, as if it had just been measured. */
    public Taken take(Slice slice, Map<Long, Exclusion> exclusions, By by, int number, SliceFiles to)
            throws IOException {
        Path entry = entry(slice, exclusions, by);
        if (!Files.isRegularFile(entry)) {
            return Taken.NOT_KEPT;
        }
        ContentStore contents = contents();
        Map<String, Path> files = new TreeMap<>();
        for (String line : Files.readAllLines(entry, StandardCharsets.UTF_8)) {
            String[] words = line.split(" ", 3);
            if (words[0].equals(MEASURED)) {
                if (!hasBytes(slice, words[1], Long.parseLong(words[2]))) {
                    return Taken.NOT_KEPT;
                }
                continue;
            }
            Path content = words.length == 3 ? contents.path(words[1]) : entry;
            if (words.length == 3
                    && Files.isRegularFile(content)
                    && sums(content).equals(words[2])) {
                files.put(words[0], content);
            }
        }
        if (!files.keySet().containsAll(SliceFiles.PARTS) || !files.containsKey(PEOPLE)) {
            return Taken.DAMAGED;
        }
        if (!isSaidOf(Files.readString(files.get(PEOPLE)), by, files.get("problems"))) {
            return Taken.NOT_KEPT;
        }
        to.take(number, files);
        if (keeping) {
            refresh(entry);
        }
        return Taken.TAKEN;
    }

    /** Written again, it is as young as its last use. */
    private static void refresh(Path entry) {
        try {
            byte[] same = Files.readAllBytes(entry);
            PrivateFiles.stage(entry, out -> out.write(same));
        } catch (IOException e) {
            // A medium that is only read from: nothing is dropped there either.
            return;
        }
    }

    /** Whether a file was not used for long. */
    @FunctionalInterface
    public interface Age {
        boolean isOver(Path file) throws IOException;
    }

    /** Drops what nobody took over for long. */
    public static void drop(Path folder, Age age) throws IOException {
        Set<String> named = new HashSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path entry : entries) {
                if (age.isOver(entry)) {
                    Files.delete(entry);
                } else {
                    named.addAll(List.of(
                            Files.readString(entry, StandardCharsets.ISO_8859_1).split("\\s")));
                }
            }
        }
        if (!Files.isDirectory(folder.resolve(CONTENTS))) {
            return;
        }
        try (DirectoryStream<Path> contents = Files.newDirectoryStream(folder.resolve(CONTENTS))) {
            for (Path content : contents) {
                if (!named.contains(content.getFileName().toString()) && age.isOver(content)) {
                    Files.delete(content);
                }
            }
        }
    }

    /** Whether the rows' people are the same now: all of then, and of those who came since the rows name nobody. */
    private static boolean isSaidOf(String then, By by, Path problems) throws IOException {
        if (then.equals(by.people())) {
            return true;
        }
        Set<String> known = then.lines().collect(Collectors.toSet());
        Set<String> now = by.people().lines().collect(Collectors.toSet());
        if (!now.containsAll(known)) {
            return false;
        }
        Set<String> came = now.stream()
                .filter(line -> !known.contains(line))
                .map(line -> line.substring(0, line.indexOf(AFTER_ID)))
                .collect(Collectors.toSet());
        boolean[] named = {false};
        // A row that named them then was rejected for it.
        ProblemFile.read(problems, problem -> named[0] |= came.contains(problem.value()));
        return !named[0];
    }

    /** Keeps what the slice came to. */
    public void keep(Slice slice, Map<Long, Exclusion> exclusions, By by, int number, SliceFiles from)
            throws IOException {
        if (!keeping) {
            return;
        }
        ContentStore contents = contents();
        StringBuilder entry = new StringBuilder();
        if (slice.shape() instanceof Slice.Text) {
            entry.append(MEASURED)
                    .append(' ')
                    .append(slice.content())
                    .append(' ')
                    .append(slice.start().offset())
                    .append('\n');
        }
        for (String part : SliceFiles.PARTS) {
            Path file = from.path(number, part);
            Content content = ContentStore.hashed(file);
            contents.keep(file, content, false);
            append(part, content, sums(file), entry);
        }
        Content people = by.content();
        if (!contents.holds(people)) {
            contents.put(out -> out.write(by.people().getBytes(StandardCharsets.UTF_8)));
        }
        append(PEOPLE, people, sums(contents.path(people.sha256())), entry);
        PrivateFiles.stage(
                entry(slice, exclusions, by), out -> out.write(entry.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void append(String part, Content content, String sums, StringBuilder entry) {
        entry.append(part)
                .append(' ')
                .append(content.sha256())
                .append(' ')
                .append(sums)
                .append('\n');
    }

    /** Tells by two checksums whether bytes are what they were: against a disk that lies, not a person, who could change the entry too. */
    private static String sums(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return sums(in, Long.MAX_VALUE);
        }
    }

    private static String sums(InputStream in, long length) throws IOException {
        Checksum[] sums = {new CRC32(), new CRC32C()};
        byte[] buffer = new byte[BUFFER];
        long left = length;
        for (int read = 0; left > 0 && read >= 0; left -= Math.max(read, 0)) {
            read = in.read(buffer, 0, (int) Math.min(BUFFER, left));
            for (Checksum sum : sums) {
                sum.update(buffer, 0, Math.max(read, 0));
            }
        }
        return Long.toHexString(sums[0].getValue()) + "-" + Long.toHexString(sums[1].getValue());
    }
}
