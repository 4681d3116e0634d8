package dev.steelyard.app.cli;

import dev.steelyard.ledger.store.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** A private folder for one command's copies, gone when it is closed. Who opens it is {@linkplain Watch watched}, and so waited for. */
final class WorkFolder implements AutoCloseable {

    private final Path path;

    private WorkFolder(Path path) {
        this.path = path;
    }

    /** Beside the outputs, where there is room for copies of inputs; where there are none yet, or nobody may write, among temporary files. */
    static WorkFolder under(Path output) throws IOException {
        Path parent = Files.isDirectory(output) && Files.isWritable(output)
                ? output
                : Path.of(System.getProperty("java.io.tmpdir"));
        return new WorkFolder(PrivateFiles.folder(parent.resolve(".validate-" + UUID.randomUUID())));
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
