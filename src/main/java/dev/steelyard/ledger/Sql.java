package dev.steelyard.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The few forms of JDBC that the ledger needs. */
final class Sql {

    private final DataSource source;

    Sql(DataSource source) {
        this.source = source;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Mapping<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Works within one transaction. */
    @FunctionalInterface
    interface Work {
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

    <T> List<T> query(String sql, Mapping<T> mapping, Object... arguments) {
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
            throw new LedgerFailed("the ledger cannot be read", e);
        }
    }

    /** All or nothing. */
    void transaction(Work work) {
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
            throw new LedgerFailed("the ledger cannot be written", e);
        }
    }

    /** Inserts rows in batches; {@code sql} takes as many arguments as each row has. */
    static void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String places = "?" + ", ?".repeat(rows.get(0).length - 1);
        try (PreparedStatement statement =
                connection.prepareStatement("insert into " + table + " values (" + places + ")")) {
            int pending = 0;
            for (Object[] row : rows) {
                bind(statement, row);
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
