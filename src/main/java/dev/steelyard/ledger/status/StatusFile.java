package dev.steelyard.ledger.status;

import dev.steelyard.ledger.database.LedgerHolder;
import dev.steelyard.ledger.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file beside the ledger in which a living process tells what it is doing, for {@code status} to read, also while the
 * ledger is held. It only tells: nothing is decided by it, and a failure to write it fails nobody.
 *
 * @param <T> what it tells
 */
public final class StatusFile<T extends StatusFile.Teller> {

    /** What the run tells that holds the ledger. */
    public static final StatusFile<RunStatus> RUN = new StatusFile<>("status.json", RunStatus.class);

    /** What the scheduler tells that waits for files. */
    public static final StatusFile<Waiting> WAITING = new StatusFile<>("waiting.json", Waiting.class);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final Class<T> type;

    private StatusFile(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    /** A process that tells something. */
    public interface Teller {
        long pid();

        /** When what it does began, so that a later process of the same number is not taken for it. */
        String since();
    }

    /** Writes the file anew, whole and private; it is not brought to the disk, for it dies with the process. */
    public void write(Path ledger, T told) {
        try {
            PrivateFiles.swap(ledger.resolve(name), JSON.writeValueAsBytes(told));
        } catch (IOException e) {
            // Who looks sees what was told before, or nothing.
        }
    }

    public void remove(Path ledger) {
        try {
            Files.deleteIfExists(ledger.resolve(name));
        } catch (IOException e) {
            // Nobody believes it once the process is gone.
        }
    }

    /** What was told last; for whoever knows from the lease that whoever told it is alive, here or on another machine. */
    public Optional<T> last(Path ledger) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(ledger.resolve(name)), type));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** What is told by a process that is alive; what a kill left behind tells nothing. */
    public Optional<T> read(Path ledger) {
        return last(ledger).filter(told -> LedgerHolder.isAlive(told.pid(), told.since()));
    }
}
