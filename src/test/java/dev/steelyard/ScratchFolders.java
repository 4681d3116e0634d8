package dev.steelyard;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Where tests write: in memory, where the machine has a file system there with room enough. Most of what a small run takes is waiting
 * for a disk to have what it wrote, and tests kill processes, never the machine. {@code junit-platform.properties} names this class.
 */
public final class ScratchFolders implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String NAME = "steelyard-tests-";
    private static final long ENOUGH = 1L << 30;

    private final Optional<Path> memory = memory();

    private static Optional<Path> memory() {
        File folder = MEMORY.toFile();
        return Optional.of(MEMORY).filter(any -> folder.canWrite() && folder.getUsableSpace() > ENOUGH);
    }

    static {
        // Who was killed could not tidy up.
        File[] left = MEMORY.toFile().listFiles((folder, name) -> name.matches(NAME + "\\d+-.*"));
        Arrays.stream(left == null ? new File[0] : left)
                .filter(one -> ProcessHandle.of(Long.parseLong(one.getName().split("-")[2]))
                        .isEmpty())
                .forEach(FileSystemUtils::deleteRecursively);
    }

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        String own = NAME + ProcessHandle.current().pid() + "-";
        return memory.isPresent() ? Files.createTempDirectory(memory.get(), own) : Files.createTempDirectory("junit-");
    }
}
