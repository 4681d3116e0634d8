package dev.steelyard.app.cli.verb;

import dev.steelyard.ledger.database.GuardFault;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.LedgerInUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the ledger, or says who has it. */
public final class OpenLedger {

    private static final Logger LOG = LoggerFactory.getLogger(OpenLedger.class);

    /** How long somebody who only looks, or who begins just now, is waited for. */
    private static final int TRIES = 8;

    private static final long PAUSE = 250;

    private OpenLedger() {}

    /** Opens it one way or the other. */
    @FunctionalInterface
    private interface Opening {
        LedgerDatabase open() throws IOException;
    }

    /**
     * Opens the ledger to write it. Guards that had been taken down are said.
     *
     * @throws LedgerInUse if another run has it
     */
    public static LedgerDatabase toWrite(Verb verb) throws IOException {
        return toWrite(verb, verb.ledger(), verb.db());
    }

    public static LedgerDatabase toWrite(Verb verb, Path folder, Optional<String> db) throws IOException {
        return said(verb, patiently(() -> LedgerDatabase.open(folder, db)));
    }

    /**
     * Opens the ledger to look at it only.
     *
     * @throws LedgerInUse if another process writes an embedded one
     */
    public static LedgerDatabase toLook(Verb verb) throws IOException {
        return toLook(verb, verb.ledger(), verb.db());
    }

    public static LedgerDatabase toLook(Verb verb, Path folder, Optional<String> db) throws IOException {
        return said(verb, patiently(() -> LedgerDatabase.look(folder, db)));
    }

    /** The same, without waiting for whoever has it. */
    public static LedgerDatabase toLookAtOnce(Verb verb) throws IOException {
        return said(verb, LedgerDatabase.look(verb.ledger(), verb.db()));
    }

    /** Where it is in use and nobody says to be running, it is tried again for two seconds: a glance must not turn a run away. */
    private static LedgerDatabase patiently(Opening opening) throws IOException {
        for (int tried = 1; ; tried++) {
            try {
                return opening.open();
            } catch (LedgerInUse e) {
                if (tried == TRIES || e.holder().isPresent()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static LedgerDatabase said(Verb verb, LedgerDatabase database) {
        for (GuardFault fault : database.guardFaults()) {
            String found = fault.found().code();
            LOG.atWarn()
                    .addKeyValue("table", fault.table())
                    .addKeyValue("found", found)
                    .log("guard of a ledger table");
            verb.session()
                    .surroundings()
                    .err()
                    .println(verb.session().err().bad(verb.say("guard." + found, "table", fault.table())));
        }
        if (!database.guardFaults().isEmpty()) {
            verb.session().surroundings().err().println("  " + verb.say("guard.fix"));
        }
        return database;
    }

    /** Whether there is a ledger to look at: looking must not make one. */
    public static boolean exists(Path folder, Optional<String> db) {
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
