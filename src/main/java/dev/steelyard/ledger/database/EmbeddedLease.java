package dev.steelyard.ledger.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A connection to the embedded database. H2 locks its file while there is one, and the system drops the lock with the
 * process: a lock that can be taken proves the old run dead.
 */
record EmbeddedLease(Connection connection) implements Lease {

    private static final int IN_USE = 90020;

    /** @param folder where a holder would say who it is */
    static EmbeddedLease take(DatabaseUrl url, Path folder) throws SQLException {
        return take(url.forDriver(), folder);
    }

    /** Shared with others who look; nobody writes meanwhile. */
    static EmbeddedLease look(DatabaseUrl url, Path folder) throws SQLException {
        return take(url.forLooking(), folder);
    }

    private static EmbeddedLease take(String url, Path folder) throws SQLException {
        try {
            return new EmbeddedLease(DriverManager.getConnection(url));
        } catch (SQLException e) {
            if (e.getErrorCode() == IN_USE) {
                throw new LedgerInUse(LedgerHolder.read(folder), e);
            }
            throw e;
        }
    }

    /** The lock cannot be lost while the process lives. */
    @Override
    public void check(Connection committing) {}

    /** The file beside the ledger tells. */
    @Override
    public void tell(LedgerHolder holder) {}

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // The lock goes with the process in any case.
        }
    }
}
