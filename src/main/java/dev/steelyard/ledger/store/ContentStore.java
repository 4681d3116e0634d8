package dev.steelyard.ledger.store;

import dev.steelyard.ledger.store.PrivateFiles.IOConsumer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Content kept under its SHA-256: {@code root/<sha256>}. The same content is kept once; what is there never changes
 * (architecture.md 2, Freeze). It is for the system when content comes to the disk, at the latest when {@link #settle} returns: what a power
 * failure left half written before that is found out when the same content is to be kept again.
 */
public final class ContentStore {

    private static final int BUFFER = 1 << 16;
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path root;
    private final Set<Path> unsettled = ConcurrentHashMap.newKeySet();
    private Set<Long> sizes;

    /** @param root created, private, if it does not exist */
    public ContentStore(Path root) throws IOException {
        this.root = PrivateFiles.folder(root);
    }

    /** What the store holds. */
    public record Content(String sha256, long bytes) {}

    /**
     * Keeps a copy of the file as it is now. Content that is there already is not copied again, unless the copy is no longer what it was; the
     * hash is always that of the bytes which were read.
     */
    public Content put(Path file) throws IOException {
        // Reading a file only to know it is worth it where it may be there already.
        if (holdsAnyOfSize(Files.size(file))) {
            Content content = hashed(file);
            if (holds(content) && Files.mismatch(file, path(content.sha256())) < 0) {
                unsettled.add(path(content.sha256()));
                return content;
            }
        }
        return put(out -> {
            try (InputStream in = Files.newInputStream(file)) {
                copy(in, out);
            }
        });
    }

    /** Of what was there when it was first asked: of what came since a copy is made and dropped again. */
    private synchronized boolean holdsAnyOfSize(long bytes) throws IOException {
        if (sizes == null) {
            sizes = all().stream().map(content -> content.toFile().length()).collect(Collectors.toSet());
        }
        return sizes.contains(bytes);
    }

    /** What a file holds, wherever it lies. */
    public static Content hashed(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return new Content(Sha256.hex(digest), bytes);
        }
    }

    /** Keeps what the writer writes, hashed while it is written. */
    public Content put(IOConsumer<OutputStream> writer) throws IOException {
        MessageDigest digest = Sha256.digest();
        long[] bytes = {0};
        Path temporary = PrivateFiles.write(
                root,
                out -> writer.accept(new DigestOutputStream(out, digest) {
                    @Override
                    public void write(int one) throws IOException {
                        super.write(one);
                        bytes[0]++;
                    }

                    @Override
                    public void write(byte[] buffer, int from, int length) throws IOException {
                        super.write(buffer, from, length);
                        bytes[0] += length;
                    }
                }));
        Content content = new Content(Sha256.hex(digest), bytes[0]);
        if (holds(content) && Files.mismatch(temporary, path(content.sha256())) < 0) {
            Files.delete(temporary);
        } else {
            Files.move(temporary, path(content.sha256()), StandardCopyOption.ATOMIC_MOVE);
        }
        unsettled.add(path(content.sha256()));
        return content;
    }

    /** Begins to bring what was kept so far to the disk, beside whatever else is done. */
    public void beginToSettle() {
        List<Path> kept = List.copyOf(unsettled);
        Thread disk = new Thread(
                () -> {
                    try {
                        PrivateFiles.sync(kept);
                        kept.forEach(unsettled::remove);
                    } catch (IOException e) {
                        // Whoever settles is told.
                    }
                },
                "disk");
        disk.setDaemon(true);
        disk.start();
    }

    /** Brings what was kept to the disk, all at once: before anything says that it is there. */
    public void settle() throws IOException {
        PrivateFiles.sync(unsettled);
        PrivateFiles.sync(root);
        unsettled.clear();
    }

    /**
     * Keeps a file whose content is known, under the same inode where the system can: it costs no room, and outlives the file's
     * name.
     *
     * @param copied whether it is to outlive changes of the file too
     */
    public void keep(Path file, Content content, boolean copied) throws IOException {
        if (holds(content)) {
            return;
        }
        if (!copied) {
            try {
                Files.createLink(path(content.sha256()), file);
                return;
            } catch (UnsupportedOperationException | FileSystemException e) {
                // Another disk, or one without links: a copy is as good.
            }
        }
        put(out -> {
            try (InputStream in = Files.newInputStream(file)) {
                copy(in, out);
            }
        });
    }

    /** Drops content that nobody needs any more. */
    public void drop(String sha256) throws IOException {
        Files.deleteIfExists(path(sha256));
    }

    /** The names of all content, in no order. */
    public List<Path> all() throws IOException {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> held = Files.newDirectoryStream(root)) {
            held.forEach(all::add);
        }
        return all;
    }

    /** Where the content lies. */
    public Path path(String sha256) {
        if (!NAME.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        return root.resolve(sha256);
    }

    /** Whether the content is there, whole. */
    public boolean holds(Content content) throws IOException {
        try {
            BasicFileAttributes is = Files.readAttributes(path(content.sha256()), BasicFileAttributes.class);
            return is.isRegularFile() && is.size() == content.bytes();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Where the content lies, if it is there; for small content of which only the hash is known. */
    public Optional<Path> find(String sha256) throws IOException {
        if (sha256.length() != 64) {
            return Optional.empty();
        }
        Path path = path(sha256);
        return Files.isRegularFile(path) && hashed(path).sha256().equals(sha256) ? Optional.of(path) : Optional.empty();
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
        }
    }
}
