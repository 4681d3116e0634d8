package dev.steelyard.app.cli;

import dev.steelyard.ledger.store.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A private folder for one command's copies, gone when it is closed. Who opens it is {@linkplain Watch watched}, and so waited for.
 * What a killed command left is dropped by the next: its lock, which dies with its process, can be taken then.
 */
final class WorkFolder implements AutoCloseable {

    private static final String PREFIX = ".validate-";
    private static final String IN_USE = "in-use";

    private final Path path;
    private final FileChannel lock;

    private WorkFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Beside the outputs, where there is room for copies of inputs; where there are none yet, among temporary files. */
    static WorkFolder under(Path output) throws IOException {
        Path parent = Files.isDirectory(output) ? output : Path.of(System.getProperty("java.io.tmpdir"));
        sweep(parent);
        Path path = PrivateFiles.folder(parent.resolve(PREFIX + UUID.randomUUID()));
        FileChannel lock = PrivateFiles.create(path.resolve(IN_USE));
        lock.lock();
        return new WorkFolder(path, lock);
    }

    private static void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : left) {
                if (isAbandoned(folder.resolve(IN_USE))) {
                    delete(folder);
                }
            }
        }
    }

    private static boolean isAbandoned(Path lockFile) {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken != null;
        } catch (IOException | OverlappingFileLockException e) {
            // Somebody else's, just being made, or of another command of this process.
            return false;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
        delete(path);
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
