package dev.steelyard.ledger;

/** Another process holds the ledger: a run is going on. */
public final class LedgerInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerInUse(Throwable cause) {
        super("the ledger is in use by another process", cause);
    }
}
