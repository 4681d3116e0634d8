package dev.steelyard.ledger.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Whether an embedded ledger finds each of its rows by each of its indexes. A disk that lies may spare the rows and hit an index: every
 * row is then still there, and whoever asks for it by its key is told that it is not, so that what was paid would be paid again. A
 * PostgreSQL has tools of its own for that, and checksums.
 */
public final class IndexProof {

    private record Index(String name, String table, List<String> columns) {}

    private final Sql sql;

    public IndexProof(DataSource source) {
        this.sql = new Sql(source);
    }

    /** {@code table.index} of those that miss a row, or that know one which is not there; in order of their names. */
    public List<String> broken() {
        return sql.with(connection -> {
            List<String> broken = new ArrayList<>();
            if (AppendOnly.isPostgres(connection)) {
                return broken;
            }
            for (Index index : indexes(connection)) {
                if (!findsAll(connection, index)) {
                    broken.add(index.table() + "." + index.name().toLowerCase(Locale.ROOT));
                }
            }
            return broken;
        });
    }

    private static List<Index> indexes(Connection connection) throws SQLException {
        Set<String> tables = LedgerTables.names(connection);
        Map<String, Index> indexes = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                        select table_name, index_name, column_name
                        from information_schema.index_columns
                        where table_schema = current_schema
                        order by table_name, index_name, ordinal_position
                        """)) {
            while (rows.next()) {
                String table = rows.getString(1).toLowerCase(Locale.ROOT);
                if (tables.contains(table)) {
                    indexes.computeIfAbsent(rows.getString(2), name -> new Index(name, table, new ArrayList<>()))
                            .columns()
                            .add(rows.getString(3).toLowerCase(Locale.ROOT));
                }
            }
        }
        return List.copyOf(indexes.values());
    }

    /**
     * Of each key that rows have: whether as many of them, and the same, are found by it. A key at a time: rows one by one would be
     * sought among all that share their key.
     */
    private static boolean findsAll(Connection connection, Index index) {
        String by = index.table() + " b use index (" + quoted(index.name()) + ")";
        String columns = String.join(", ", index.columns());
        String same = both(index, column -> "b." + column + " = a." + column);
        String keys = "select " + columns + ", count(*) held, sum(_rowid_) which from " + index.table()
                + " use index () where " + both(index, column -> column + " is not null") + " group by " + columns;
        try (Statement statement = connection.createStatement()) {
            try (ResultSet missed =
                    statement.executeQuery("select count(*) from (" + keys + ") a where (held, which) <>"
                            + " (select count(*), sum(b._rowid_) from " + by + " where " + same + ")")) {
                missed.next();
                if (missed.getLong(1) > 0) {
                    return false;
                }
            }
            // In the order of the index every entry of it is read, and its row looked up.
            try (ResultSet all = statement.executeQuery(
                    "select b._rowid_ from " + by + " order by b." + String.join(", b.", index.columns()))) {
                while (all.next()) {
                    all.getLong(1);
                }
            }
            return true;
        } catch (SQLException unreadable) {
            return false;
        }
    }

    private static String both(Index index, UnaryOperator<String> condition) {
        return index.columns().stream().map(condition).collect(Collectors.joining(" and "));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
