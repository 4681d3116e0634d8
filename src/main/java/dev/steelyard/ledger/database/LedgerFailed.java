package dev.steelyard.ledger.database;

/** The database refused or was lost: a resource failed, not the run. */
public final class LedgerFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerFailed(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
