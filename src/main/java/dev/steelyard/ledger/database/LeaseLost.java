package dev.steelyard.ledger.database;

import java.sql.SQLException;

/** The connection that held the ledger broke: another process may hold it by now, so nothing more is committed. */
public final class LeaseLost extends SQLException {

    private static final long serialVersionUID = 1L;

    LeaseLost(Throwable cause) {
        super("the ledger's lock was lost", "57P01", cause);
    }
}
