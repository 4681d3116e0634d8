package dev.steelyard.app.cli.verb;

import dev.steelyard.ledger.store.PrivateFiles;
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

/** A private folder for one command's copies, gone when it is closed. Who opens it is {@linkplain Watch watched}, and so waited for. */
public final class WorkFolder implements AutoCloseable {

    private static final String NAME = ".validate-";

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
        Path path = parent.resolve(NAME + UUID.randomUUID());
        FileChannel lock = PrivateFiles.create(lock(path));
        FileLock held = lock.lock();
        assert held.isValid();
        return new WorkFolder(PrivateFiles.folder(path), lock);
    }

    /** Held as long as the process lives that works in the folder, on whatever machine: the system drops it with the process. */
    private static Path lock(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".lock");
    }

    /** Drops what killed commands left. */
    private static void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, NAME + "*")) {
            for (Path folder : left) {
                if (Files.isDirectory(folder) && isDead(folder)) {
                    delete(folder);
                    Files.deleteIfExists(lock(folder));
                }
            }
        }
    }

    private static boolean isDead(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(lock(folder), StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken != null;
        } catch (NoSuchFileException e) {
            return true;
        } catch (OverlappingFileLockException e) {
            // Of this very process.
            return false;
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
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
