package dev.steelyard.ledger.database;

import java.util.Locale;

/** Why the database would let somebody change what a ledger table holds. */
public record GuardFault(String table, Found found) {

    /** What was found. */
    public enum Found {
        /** There is no guard. */
        MISSING,
        /** There is one, and it does not do what it did when it was put up. */
        CHANGED,
        /** Something else listens there, and may write otherwise than it is told. It is not taken down. */
        OTHER;

        /** As texts write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
