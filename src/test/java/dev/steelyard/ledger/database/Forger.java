package dev.steelyard.ledger.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Who owns the database: takes the guards down, changes what he likes, and puts everything back as it looked. */
public final class Forger {

    private Forger() {}

    /**
     * Changes a ledger and puts the guards up again.
     *
     * @param chains whether the chain is made anew, so that it agrees with itself
     */
    public static void forge(String jdbc, boolean chains, List<String> statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc)) {
            takeDown(connection);
            for (String sql : statements) {
                execute(connection, sql);
            }
            if (chains) {
                chain(connection);
            }
            AppendOnly.guard(connection);
        }
    }

    /** As an owner does it. */
    public static void takeDown(Connection connection) throws SQLException {
        boolean isH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        for (String table : LedgerTables.of(connection)) {
            execute(
                    connection,
                    isH2 ? "drop trigger " + table + "_append_only" : "drop trigger append_only on " + table);
        }
    }

    private static void chain(Connection connection) throws SQLException {
        List<ChainLink> links = links(connection);
        execute(connection, "delete from ledger_link_table");
        execute(connection, "delete from ledger_link");
        EntryRows rows = new EntryRows(connection);
        ChainHead head = ChainHead.NONE;
        int number = 0;
        for (ChainLink link : links) {
            List<ChainLink.Part> parts = rows.stored(link.kind(), link.job(), link.period(), link.entry());
            if (parts.isEmpty()) {
                continue;
            }
            String manifest = manifest(connection, link);
            head = head.next(ChainLink.rowsHash(parts), manifest);
            LedgerChain.insert(
                    connection,
                    new ChainLink(
                            ++number,
                            link.kind(),
                            link.job(),
                            link.period(),
                            link.entry(),
                            parts,
                            manifest,
                            false,
                            head));
        }
    }

    private static List<ChainLink> links(Connection connection) throws SQLException {
        List<ChainLink> links = new ArrayList<>(LedgerChain.links(connection));
        links.addAll(LedgerChain.entries(connection).stream()
                .filter(entry -> links.stream()
                        .noneMatch(link -> link.isOf(entry.kind(), entry.job(), entry.period(), entry.entry())))
                .toList());
        return links;
    }

    private static String manifest(Connection connection, ChainLink link) throws SQLException {
        String table = link.kind() == ChainLink.Kind.REVISION ? "run" : "period_edition";
        try (PreparedStatement statement = connection.prepareStatement("select manifest_hash from " + table
                + " where job = ? and period = ? and " + link.kind().column() + " = ?")) {
            statement.setString(1, link.job());
            statement.setString(2, link.period());
            statement.setInt(3, link.entry());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
