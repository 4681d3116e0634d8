package dev.steelyard.output.publish;

import dev.steelyard.ledger.store.PrivateFiles;
import dev.steelyard.ledger.store.Sha256;
import dev.steelyard.ledger.store.SystemStart;
import dev.steelyard.output.publish.Manifest.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Copies of what the former edition may have in common with the next one, made while a run still calculates and a processor has nothing to
 * do. Nobody takes them for staged: they lie apart, and only those that this process made, whole and compared with their hashes, get a name
 * in the next edition. Of a process that is killed they are dropped with whatever it worked on.
 */
public final class FormerCopies {

    /** None. */
    public static final FormerCopies NONE = new FormerCopies();

    static {
        NONE.done.countDown();
    }

    private final Map<String, Path> made = new ConcurrentHashMap<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean isOver;

    private FormerCopies() {}

    /**
     * Begins to copy.
     *
     * @param former the edition, its listing and where they lie
     * @param to a private folder on the disk of the next edition, where nothing of it is kept
     */
    public static FormerCopies of(FormerEdition former, Path to) {
        if (SystemStart.id().isEmpty()) {
            // What is staged there is on the disk at once, which takes longer than copying.
            return NONE;
        }
        FormerCopies copies = new FormerCopies();
        Thread thread = new Thread(() -> copies.copy(former, to), "copies");
        thread.setDaemon(true);
        thread.start();
        return copies;
    }

    private void copy(FormerEdition former, Path to) {
        try {
            // What a killed process left there.
            boolean isLeft = Files.exists(to);
            PrivateFiles.folder(to);
            int number = 0;
            for (Output output : former.listed()) {
                if (isOver) {
                    return;
                }
                Path from = former.path(output.name());
                byte[] bytes = Files.size(from) == output.bytes() ? Files.readAllBytes(from) : new byte[0];
                if (Sha256.of(bytes).equals(output.sha256())) {
                    // Only what is whole is told of: it needs no other name meanwhile.
                    Path copy = to.resolve(number++ + ".copy");
                    if (isLeft) {
                        Files.deleteIfExists(copy);
                    }
                    PrivateFiles.create(copy, bytes);
                    made.put(output.name(), copy);
                }
            }
        } catch (IOException | RuntimeException e) {
            // Whoever takes a file over copies it then; where that cannot be done either, it is made again.
        } finally {
            done.countDown();
        }
    }

    /** Returns when no more are made: what nobody took can be dropped then. */
    public void end() {
        isOver = true;
        await();
    }

    /** Returns when all are made. */
    void await() {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The copy of a file, for whoever asks first; no more are made from then on: who takes files over copies the others in its turn. */
    Optional<Path> take(String name) {
        isOver = true;
        return Optional.ofNullable(made.remove(name));
    }
}
