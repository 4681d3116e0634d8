package dev.steelyard.app.cli;

import dev.steelyard.ledger.LedgerDatabase;
import dev.steelyard.ledger.LedgerInUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the ledger, or says who has it. */
final class OpenLedger {

    /** How long somebody who only looks, or who begins just now, is waited for. */
    private static final int TRIES = 8;

    private static final long PAUSE = 250;

    private OpenLedger() {}

    /**
     * Opens the ledger. Where it is in use and nobody says to be running, it is tried again for two seconds: a glance of
     * {@code status} must not turn a run away.
     *
     * @throws LedgerInUse if another run has it
     */
    static LedgerDatabase of(Path folder, Optional<String> db) throws IOException {
        for (int tried = 1; ; tried++) {
            try {
                return LedgerDatabase.open(folder, db);
            } catch (LedgerInUse e) {
                if (tried == TRIES || e.holder().isPresent()) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** Whether there is a ledger to look at: looking must not make one. */
    static boolean exists(Path folder, Optional<String> db) {
        return db.isPresent() || Files.exists(LedgerDatabase.file(folder));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
