package dev.steelyard.ledger.database;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The few forms of JDBC that the ledger needs. */
public record Sql(DataSource source) {

    /** As every system but Windows says it; kept, so that a person is told. */
    private static final String NO_SPACE = "No space left on device";

    /** Reads one row. */
    @FunctionalInterface
    public interface Mapping<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Works within one transaction. */
    @FunctionalInterface
    public interface Work {
        void in(Connection connection) throws SQLException;
    }

    /** Asks several things on one connection. */
    @FunctionalInterface
    interface Asking<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> T with(Asking<T> asking) {
        try (Connection connection = source.getConnection()) {
            return asking.on(connection);
        } catch (SQLException e) {
            throw new LedgerFailed("the ledger cannot be read", e);
        }
    }

    public <T> List<T> query(String sql, Mapping<T> mapping, Object... arguments) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(mapping.map(rows));
                }
                return all;
            }
        } catch (SQLException e) {
            throw failure("the ledger cannot be read", e);
        }
    }

    /** All or nothing. */
    public void transaction(Work work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.in(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failure("the ledger cannot be written", e);
        }
    }

    /**
     * What a person may be told: drivers repeat the cells of a row that did not fit or was there already. A value that the
     * database has no room for is no failure of the database but a mistake of this program.
     */
    private static RuntimeException failure(String what, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        boolean isFull = Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(NO_SPACE));
        if (state.startsWith("22")) {
            return new IllegalStateException(what + ": a value does not fit its column, SQLState " + state);
        }
        return state.startsWith("23") || e instanceof BatchUpdateException
                ? new LedgerFailed(
                        what,
                        new SQLException(
                                (isFull ? NO_SPACE + ", " : "") + "SQLState " + state + ", " + e.getErrorCode(),
                                state,
                                e.getErrorCode()))
                : new LedgerFailed(what, e);
    }

    /** Inserts rows in batches, by the names of their columns, which are the same in all of them. */
    public static void insert(Connection connection, String table, List<NewRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = List.copyOf(rows.get(0).cells().keySet());
        String places = "?" + ", ?".repeat(columns.size() - 1);
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into " + table + " (" + String.join(", ", columns) + ") values (" + places + ")")) {
            int pending = 0;
            for (NewRow row : rows) {
                bind(statement, columns.stream().map(row::get).toArray());
                statement.addBatch();
                if (++pending % 1000 == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i] instanceof String text ? storable(text) : arguments[i]);
        }
    }

    /** PostgreSQL stores any character but NUL, which only a damaged export has: both databases keep the same in its place. */
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
