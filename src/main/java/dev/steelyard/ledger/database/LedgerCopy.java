package dev.steelyard.ledger.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Copies every ledger table into an empty ledger, all in one transaction, and reads it again from there before it commits.
 * What a run in progress remembers is not copied: it begins anew on the other side and ends with the same bytes.
 */
public final class LedgerCopy {

    private static final int BATCH = 1000;

    private final Connection from;
    private final Connection to;

    private LedgerCopy(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /** Why nothing was copied. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** What was found. */
        public enum Reason {
            /** There is nothing to copy. */
            NOTHING,
            /** The target holds something already. */
            NOT_EMPTY,
            /** One of the two was made by another version of the engine: their tables differ. */
            OTHER_TABLES,
            /** What was written reads otherwise; it was taken back. */
            DIFFERS
        }

        private final Reason reason;
        private final String table;

        Refused(Reason reason, String table) {
            super(reason + ": " + table);
            this.reason = reason;
            this.table = table;
        }

        public Reason reason() {
            return reason;
        }

        public String table() {
            return table;
        }
    }

    /**
     * Copies the ledger; all or nothing.
     *
     * @return what each table sums to, on both sides
     * @throws Refused if the target is not empty or does not hold the same afterwards
     */
    public static List<TableTotals> copy(LedgerDatabase from, LedgerDatabase to) {
        return copy(from, to, Optional.empty());
    }

    /**
     * Moves the ledger: it goes on at the target, and the source refuses to be opened from then on. Where a kill came between the
     * two, the same command finds the copy whole, and only marks the source.
     *
     * @param place the target's, as a person may see it
     */
    public static List<TableTotals> move(LedgerDatabase from, LedgerDatabase to, String place) {
        return copy(from, to, Optional.of(place));
    }

    private static List<TableTotals> copy(LedgerDatabase from, LedgerDatabase to, Optional<String> place) {
        try (Connection source = from.source().getConnection();
                Connection target = to.source().getConnection()) {
            // Without it a driver reads whole tables into memory.
            source.setAutoCommit(false);
            target.setAutoCommit(false);
            try {
                LedgerCopy copy = new LedgerCopy(source, target);
                List<TableTotals> totals = place.isPresent() && copy.isThere() ? copy.held() : copy.copy();
                target.commit();
                if (place.isPresent()) {
                    LedgerMove.mark(source, place.get());
                    source.commit();
                }
                return totals;
            } finally {
                source.rollback();
                target.rollback();
                source.setAutoCommit(true);
                target.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new LedgerFailed("the ledger cannot be copied", e);
        }
    }

    /** Whether the target holds something, and just what the source holds. */
    private boolean isThere() throws SQLException {
        refuseOtherTables(LedgerTables.of(from));
        List<TableTotals> held = held();
        if (held.stream().allMatch(table -> table.rows() == 0)) {
            return false;
        }
        for (TableTotals table : held) {
            if (!totals(to, table.table()).equals(table)) {
                return false;
            }
        }
        return true;
    }

    private List<TableTotals> held() throws SQLException {
        List<TableTotals> held = new ArrayList<>();
        for (String table : LedgerTables.of(from)) {
            held.add(totals(from, table));
        }
        return held;
    }

    private List<TableTotals> copy() throws SQLException {
        List<String> tables = LedgerTables.of(from);
        refuseOtherTables(tables);
        for (String table : tables) {
            if (totals(to, table).rows() > 0) {
                throw new Refused(Refused.Reason.NOT_EMPTY, table);
            }
        }
        List<TableTotals> copied = new ArrayList<>();
        for (String table : tables) {
            TableTotals sent = send(table);
            if (!totals(to, table).equals(sent)) {
                throw new Refused(Refused.Reason.DIFFERS, table);
            }
            copied.add(sent);
        }
        if (copied.stream().allMatch(table -> table.rows() == 0)) {
            throw new Refused(Refused.Reason.NOTHING, "");
        }
        return copied;
    }

    private void refuseOtherTables(List<String> tables) throws SQLException {
        List<String> there = LedgerTables.of(to);
        for (String table : tables) {
            if (!there.contains(table) || !LedgerTables.columns(from, table).equals(LedgerTables.columns(to, table))) {
                throw new Refused(Refused.Reason.OTHER_TABLES, table);
            }
        }
        if (there.size() != tables.size()) {
            throw new Refused(
                    Refused.Reason.OTHER_TABLES,
                    there.stream()
                            .filter(table -> !tables.contains(table))
                            .findFirst()
                            .orElse(""));
        }
    }

    /** What happens to each row. */
    @FunctionalInterface
    private interface Each {
        void row(Object[] cells) throws SQLException;
    }

    private TableTotals send(String table) throws SQLException {
        List<String> columns = LedgerTables.columns(from, table);
        String places = "?" + ", ?".repeat(columns.size() - 1);
        TableTotals.Count count = new TableTotals.Count(table, columns);
        try (PreparedStatement insert = to.prepareStatement(
                "insert into %s (%s) values (%s)".formatted(table, String.join(", ", columns), places))) {
            int[] pending = {0};
            read(from, table, columns, row -> {
                count.take(row);
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
                if (++pending[0] % BATCH == 0) {
                    insert.executeBatch();
                }
            });
            insert.executeBatch();
        }
        return count.totals();
    }

    /** What a table holds. */
    static TableTotals totals(Connection connection, String table) throws SQLException {
        List<String> columns = LedgerTables.columns(connection, table);
        TableTotals.Count count = new TableTotals.Count(table, columns);
        read(connection, table, columns, count::take);
        return count.totals();
    }

    private static void read(Connection connection, String table, List<String> columns, Each each) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(BATCH);
            try (ResultSet rows =
                    statement.executeQuery("select %s from %s".formatted(String.join(", ", columns), table))) {
                StoredCells cells = new StoredCells(rows);
                while (rows.next()) {
                    each.row(cells.of(rows));
                }
            }
        }
    }
}
