package dev.steelyard.ledger.database;

import java.sql.Connection;
import java.sql.SQLException;

/** The right to be alone with the ledger, held from opening to closing (architecture.md 5, Nothing twice). */
interface Lease extends AutoCloseable {

    /** Of who only looks where many may look at once. */
    Lease NONE = new Lease() {
        @Override
        public void check(Connection committing) {}

        @Override
        public void tell(LedgerHolder holder) {}

        @Override
        public void close() {}
    };

    /**
     * Called just before a transaction commits, on its connection.
     *
     * @throws LeaseLost if somebody else may hold the ledger by now
     */
    void check(Connection committing) throws SQLException;

    /** Tells others who holds it. */
    void tell(LedgerHolder holder);

    @Override
    void close();
}
