package dev.steelyard.ledger.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A private folder for one calculation that publishes nothing from there, gone when it is closed. What a killed command left in one
 * is dropped by whoever opens the next, or begins a run.
 */
public final class WorkFolder implements AutoCloseable {

    private static final String NAME = ".work-";
    private static final String LOCK = ".lock";

    private final Path path;
    private final FileChannel lock;

    private WorkFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Beside the outputs, where there is room for copies of inputs; where there are none yet, or nobody may write, among temporary files. */
    public static WorkFolder under(Path output) throws IOException {
        Path parent = Files.isDirectory(output) && Files.isWritable(output)
                ? output
                : Path.of(System.getProperty("java.io.tmpdir"));
        sweep(parent);
        while (true) {
            Path path = parent.resolve(NAME + UUID.randomUUID());
            FileChannel lock = PrivateFiles.create(lock(path));
            FileLock held = lock.lock();
            // Another may have taken it for a dead one's before it was held.
            if (held.isValid() && Files.exists(lock(path))) {
                return new WorkFolder(PrivateFiles.folder(path), lock);
            }
            lock.close();
        }
    }

    /** Held as long as the process lives that works in the folder, on whatever machine: the system drops it with the process. */
    private static Path lock(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    /** Drops what killed commands left below these outputs. */
    public static void sweep(Path output) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(output, NAME + "*")) {
            for (Path one : left) {
                String name = FileNames.of(one);
                drop(name.endsWith(LOCK) ? one.resolveSibling(name.substring(0, name.length() - LOCK.length())) : one);
            }
        }
    }

    private static void drop(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(lock(folder), StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            if (taken != null) {
                delete(folder);
                Files.deleteIfExists(lock(folder));
            }
        } catch (NoSuchFileException e) {
            // Nobody holds it, and nobody will.
            delete(folder);
        } catch (OverlappingFileLockException e) {
            // Of this very process.
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        delete(path);
        lock.close();
        Files.deleteIfExists(lock(path));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
