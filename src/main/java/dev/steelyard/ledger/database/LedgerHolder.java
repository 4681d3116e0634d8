package dev.steelyard.ledger.database;

import dev.steelyard.ledger.store.PrivateFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who holds the ledger, as {@code running.json} beside it says for people to read. The database's lock decides; this file
 * only tells.
 *
 * @param pid the process
 * @param since when the run began
 * @param host the address of another machine that the process runs on; blank where it is this one
 */
public record LedgerHolder(long pid, String job, String period, String since, String host) {

    private static final String NAME = "running.json";

    private static final String MACHINE = machine();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public LedgerHolder {
        host = host == null ? "" : host;
    }

    /** This process, from now on. */
    public static LedgerHolder ofThisProcess(String job, String period, OffsetDateTime since) {
        return new LedgerHolder(
                ProcessHandle.current().pid(), job, period, since.withNano(0).toString(), "");
    }

    /** The file, which goes away when it is closed. */
    public interface Note extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /** What this machine calls itself. */
    public static String machine() {
        try {
            Path linux = Path.of("/proc/sys/kernel/hostname");
            return Files.isReadable(linux)
                    ? Files.readString(linux).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "";
        }
    }

    /** Writes the file beside the ledger. Only who holds the ledger may. */
    public Note write(Path ledger) throws IOException {
        Path file = ledger.resolve(NAME);
        byte[] told = JSON.writeValueAsBytes(new LedgerHolder(pid, job, period, since, MACHINE));
        PrivateFiles.replace(file, out -> out.write(told));
        return () -> Files.deleteIfExists(file);
    }

    /**
     * Who says to hold the ledger; a file that a kill left behind on this machine tells nothing. Whether a process of another machine
     * lives its number does not tell: the lease does, and who finds the ledger in use believes the file.
     */
    public static Optional<LedgerHolder> read(Path ledger) {
        try {
            LedgerHolder told = JSON.readValue(Files.readAllBytes(ledger.resolve(NAME)), LedgerHolder.class);
            boolean isHere = told.host().isEmpty() || told.host().equals(MACHINE);
            return Optional.of(
                            isHere ? new LedgerHolder(told.pid(), told.job(), told.period(), told.since(), "") : told)
                    .filter(holder -> !isHere || isAlive(holder.pid(), holder.since()));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Whether a file says that somebody holds the ledger who is not alive: he was killed. */
    public static boolean isLeftBehind(Path ledger) {
        return Files.exists(ledger.resolve(NAME)) && read(ledger).isEmpty();
    }

    /** A process of that number which began later is another one. */
    public static boolean isAlive(long pid, String since) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> !start.isAfter(
                                OffsetDateTime.parse(since).toInstant().plusSeconds(1)))
                        .orElse(true))
                .isPresent();
    }
}
