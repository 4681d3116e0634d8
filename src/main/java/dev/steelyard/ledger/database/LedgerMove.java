package dev.steelyard.ledger.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The mark of a ledger that was copied elsewhere to go on there. It is of the place, no part of what was recorded: never copied. */
final class LedgerMove {

    static final String TABLE = "ledger_move";

    private LedgerMove() {}

    /** @throws LedgerMoved if the ledger goes on elsewhere */
    static void refuse(Connection connection) throws SQLException {
        Optional<String> to = to(connection);
        if (to.isPresent()) {
            throw new LedgerMoved(to.get());
        }
    }

    private static Optional<String> to(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select moved_to from " + TABLE)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** @param to where it goes on, as a person may see it */
    static void mark(Connection connection, String to) throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement("insert into " + TABLE + " (moved_to) values (?)")) {
            mark.setString(1, to);
            mark.executeUpdate();
        }
    }
}
