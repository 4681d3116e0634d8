package dev.steelyard.ledger.database;

import dev.steelyard.ledger.store.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The moment in which an embedded ledger is opened, which one process has at a time. A migration has its file to itself, and
 * one that did not come to its end is undone at the next opening: H2 commits each change of a table by itself, so that a kill
 * or a full disk in the middle would leave the tables of no version, which no later migration could take up.
 */
final class EmbeddedOpening implements AutoCloseable {

    /** A lock of the file holds between processes only. */
    private static final ReentrantLock HERE = new ReentrantLock();

    private final Path file;
    private final Path before;
    private final FileChannel channel;

    private EmbeddedOpening(Path file, FileChannel channel) {
        this.file = file;
        this.before = before(file);
        this.channel = channel;
    }

    /**
     * Waits until nobody else is opening the ledger, and undoes what a killed migration left.
     *
     * @param file the database's; created, empty and private, where there is none
     */
    public static EmbeddedOpening of(Path file) throws IOException {
        PrivateFiles.folder(file.toAbsolutePath().getParent());
        HERE.lock();
        try {
            Path name = file.resolveSibling(file.getFileName() + ".opening");
            FileChannel channel = openOrCreate(name);
            EmbeddedOpening opening = new EmbeddedOpening(file, channel);
            try {
                // Held until the channel is closed, and by nobody once the process is gone.
                FileLock lock = channel.lock();
                assert lock.isValid();
                opening.undo();
                openOrCreate(file).close();
                return opening;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            HERE.unlock();
            throw e;
        }
    }

    private static Path before(Path file) {
        return file.resolveSibling(file.getFileName() + ".before");
    }

    /** Whether a migration was killed, so that the file is not to be looked at before it is undone. */
    static boolean isHalfDone(Path file) {
        return Files.exists(before(file));
    }

    private static FileChannel openOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                return PrivateFiles.create(file);
            } catch (FileAlreadyExistsException e) {
                // Somebody else was faster.
            }
        }
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    /** Whether there is nothing in the file yet. */
    boolean isNew() throws IOException {
        return Files.size(file) == 0;
    }

    /** Keeps the file as it is, on the disk. Nobody may have the database open. */
    void keep() throws IOException {
        PrivateFiles.replace(before, out -> Files.copy(file, out));
    }

    /** The migration has come to its end. */
    void done() throws IOException {
        Files.deleteIfExists(before);
        PrivateFiles.sync(before.toAbsolutePath().getParent());
    }

    /** Takes the file back to what was kept, if anything is. Nobody may have the database open. */
    void undo() throws IOException {
        if (Files.exists(before)) {
            PrivateFiles.rename(before, file);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HERE.unlock();
        }
    }
}
