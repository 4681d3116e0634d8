package dev.steelyard.ledger.database;

import java.util.Optional;

/** Another process holds the ledger: a run is going on. */
public final class LedgerInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<LedgerHolder> holder;

    LedgerInUse(Optional<LedgerHolder> holder, Throwable cause) {
        super("the ledger is in use by another process", cause);
        this.holder = holder;
    }

    /** Who, where it says so. */
    public Optional<LedgerHolder> holder() {
        return holder;
    }
}
