package dev.steelyard.ledger.database;

/** The ledger's tables are those of an earlier engine, and it cannot be written to bring them up to date. */
public final class LedgerOutdated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerOutdated(Throwable cause) {
        super("the ledger's tables are those of an earlier engine: " + cause.getMessage(), cause);
    }
}
