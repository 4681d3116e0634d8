package dev.steelyard.ledger.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables that hold what was calculated, decided and paid: every table of the schema but those that belong to the batch
 * framework and to the migrations, so that a later migration's tables are among them without being named. Names are in
 * lower case, as both databases understand them.
 */
final class LedgerTables {

    /**
     * Tables that change by their nature: what a run in progress remembers, which of its pieces machines share, which migrations were applied, and where the ledger
     * went.
     */
    private static final List<String> OF_FRAMEWORKS =
            List.of("batch_", "qrtz_", "work_", "flyway_schema_history", LedgerMove.TABLE);

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = current_schema and table_type = 'BASE TABLE'";

    private static final String COLUMNS =
            """
            select table_name, column_name
            from information_schema.columns
            where table_schema = current_schema
            order by table_name, ordinal_position
            """;

    private LedgerTables() {}

    /** All of them, each after those that it refers to. */
    public static List<String> of(Connection connection) throws SQLException {
        Set<String> names = names(connection);
        Set<String> ordered = new LinkedHashSet<>();
        for (String name : names) {
            place(name, names, ordered, new TreeSet<>(), connection);
        }
        return List.copyOf(ordered);
    }

    /** All of them, by name. */
    static Set<String> names(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                String name = rows.getString(1).toLowerCase(Locale.ROOT);
                if (OF_FRAMEWORKS.stream().noneMatch(name::startsWith)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static void place(
            String name, Collection<String> all, Set<String> ordered, Set<String> open, Connection connection)
            throws SQLException {
        if (ordered.contains(name) || !open.add(name)) {
            return;
        }
        for (String referred : referred(connection, name)) {
            if (all.contains(referred)) {
                place(referred, all, ordered, open, connection);
            }
        }
        ordered.add(name);
    }

    private static Set<String> referred(Connection connection, String table) throws SQLException {
        Set<String> referred = new TreeSet<>();
        try (ResultSet keys =
                connection.getMetaData().getImportedKeys(null, connection.getSchema(), stored(connection, table))) {
            while (keys.next()) {
                referred.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return referred;
    }

    /**
     * Table → its columns, in their order; the tables by name. Two questions: H2 makes its list of all columns anew for each row
     * that it is joined to.
     */
    static Map<String, List<String>> columns(Connection connection) throws SQLException {
        Set<String> names = names(connection);
        Map<String, List<String>> columns = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                String name = rows.getString(1).toLowerCase(Locale.ROOT);
                if (names.contains(name)) {
                    columns.computeIfAbsent(name, table -> new ArrayList<>())
                            .add(rows.getString(2).toLowerCase(Locale.ROOT));
                }
            }
        }
        return columns;
    }

    /** The columns of a table, in their order. */
    static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getColumns(null, connection.getSchema(), escaped(connection, stored(connection, table)), "%")) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    /** The columns of a table's primary key, in their order. */
    static List<String> key(Connection connection, String table) throws SQLException {
        TreeMap<Integer, String> columns = new TreeMap<>();
        try (ResultSet rows =
                connection.getMetaData().getPrimaryKeys(null, connection.getSchema(), stored(connection, table))) {
            while (rows.next()) {
                columns.put(
                        rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalStateException("ledger table " + table + " has no primary key");
        }
        return List.copyOf(columns.values());
    }

    private static String stored(Connection connection, String table) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    }

    /** A name in a search pattern. */
    private static String escaped(Connection connection, String name) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        return name.replace("_", about.getSearchStringEscape() + "_");
    }
}
