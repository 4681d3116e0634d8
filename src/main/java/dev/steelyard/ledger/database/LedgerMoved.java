package dev.steelyard.ledger.database;

/** The ledger was copied to another place, and goes on there: what is written here would be known to one of the two only. */
public final class LedgerMoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String to;

    LedgerMoved(String to) {
        super("the ledger has moved to " + to, null, false, false);
        this.to = to;
    }

    /** Where it is now, as a person may see it. */
    public String to() {
        return to;
    }
}
