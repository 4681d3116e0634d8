package dev.steelyard.ledger.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;

/** The database refused or was lost: a resource failed, not the run. */
public final class LedgerFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String NO_CONNECTION = "08001";

    /** No connection, no room for one, a server that starts or stops. */
    private static final Pattern AWAY = Pattern.compile("08|53|57P");

    LedgerFailed(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }

    /** Whether nobody answered, so that it may be there later: it did not say that it will not have who asks. */
    public boolean isAway() {
        String state = state(this);
        return state != null && AWAY.matcher(state).lookingAt();
    }

    /** The state that the server or the driver gave; a pool that waited in vain for a connection gives none. */
    static String state(Throwable failure) {
        boolean inVain = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
            inVain |= cause instanceof SQLTransientConnectionException;
        }
        return inVain ? NO_CONNECTION : null;
    }
}
