package dev.steelyard.ledger.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Since when the machine runs. What a process wrote, another one finds, also after a kill: the system has it. Only a crash of the
 * machine may take what was not yet on the disk, so that whoever goes on asks whether there was one.
 */
public final class SystemStart {

    private static final Path LINUX = Path.of("/proc/sys/kernel/random/boot_id");

    /** It stays the same as long as a process can live; whoever stages thousands of files asks for each. */
    private static final Optional<String> ID = read();

    private SystemStart() {}

    /** Another one after each start of the machine, and on each machine; empty where the system says none. */
    public static Optional<String> id() {
        return ID;
    }

    private static Optional<String> read() {
        try {
            return Files.isReadable(LINUX) ? Optional.of(Files.readString(LINUX).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
