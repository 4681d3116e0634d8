package dev.steelyard.cli;

import dev.steelyard.store.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** A private folder for one command's copies, gone when it is closed and when the command is stopped. */
final class WorkFolder implements AutoCloseable {

    private final Path path;
    private final Thread onStop;

    private WorkFolder(Path path) {
        this.path = path;
        this.onStop = new Thread(this::deleteQuietly, "work-folder");
    }

    /** Beside the outputs, where there is room for copies of inputs; where there are none yet, among temporary files. */
    static WorkFolder under(Path output) throws IOException {
        Path parent = Files.isDirectory(output) ? output : Path.of(System.getProperty("java.io.tmpdir"));
        WorkFolder folder = new WorkFolder(PrivateFiles.folder(parent.resolve(".validate-" + UUID.randomUUID())));
        Runtime.getRuntime().addShutdownHook(folder.onStop);
        return folder;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(onStop);
        delete();
    }

    private void delete() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Threads that are being stopped may still write: what comes back is left to the next try. */
    private void deleteQuietly() {
        for (int tries = 0; tries < 3; tries++) {
            try {
                delete();
                return;
            } catch (NoSuchFileException e) {
                return;
            } catch (IOException e) {
                // A file appeared meanwhile.
            }
        }
    }
}
