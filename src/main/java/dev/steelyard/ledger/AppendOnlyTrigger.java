package dev.steelyard.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** What H2 calls before it would change or delete rows of a ledger table. The database names this class: it must not move. */
public final class AppendOnlyTrigger implements Trigger {

    /** Integrity constraint violation: restricted. */
    public static final String STATE = "23001";

    private String table = "?";

    @Override
    public void init(Connection connection, String schema, String trigger, String on, boolean before, int type) {
        table = on.toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException(message(table), STATE);
    }

    /** What the database answers whoever tries. */
    public static String message(String table) {
        return "ledger table " + table
                + " is append only: what was recorded is never changed or deleted; a correction is a new row";
    }
}
