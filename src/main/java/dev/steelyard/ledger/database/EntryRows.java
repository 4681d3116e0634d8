package dev.steelyard.ledger.database;

import dev.steelyard.ledger.database.ChainLink.Kind;
import dev.steelyard.ledger.database.ChainLink.Part;
import dev.steelyard.ledger.store.Sha256;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The rows of an entry and what they hash to, the same in memory and on every database. Left out are the clock's readings, for
 * a manifest holds the hash and is the same whenever it is made, and the manifest's own hash, which the {@linkplain ChainHead
 * head} takes in by itself. A blank cell counts as none, so that a later migration may add a column.
 */
final class EntryRows {

    /** What is recorded of an entry only after it: whether its folder bears its name. */
    private static final Set<String> LATER = Set.of("run_publication");

    private static final String MANIFEST_HASH = "manifest_hash";

    private final Connection connection;
    private final Map<Kind, List<String>> tables = new EnumMap<>(Kind.class);
    private final Map<String, List<String>> columns = new TreeMap<>();

    /** A table's first three columns say whose rows it holds. */
    EntryRows(Connection connection) throws SQLException {
        this.connection = connection;
        columns.putAll(LedgerTables.columns(connection));
        for (Kind kind : Kind.values()) {
            List<String> entry = List.of("job", "period", kind.column());
            tables.put(
                    kind,
                    columns.entrySet().stream()
                            .filter(table -> table.getValue().size() > 2
                                    && table.getValue().subList(0, 3).equals(entry)
                                    && !LATER.contains(table.getKey()))
                            .map(Map.Entry::getKey)
                            .toList());
        }
    }

    /** The tables that hold rows of such entries, by name. */
    List<String> tables(Kind kind) {
        return tables.get(kind);
    }

    /** What the rows hash to that are about to be recorded; table → its rows. */
    public List<Part> of(Map<String, List<NewRow>> rows) {
        List<Part> parts = new ArrayList<>();
        new TreeMap<>(rows).forEach((table, all) -> {
            if (!all.isEmpty()) {
                RowDigest digest = new RowDigest();
                parts.add(part(
                        table,
                        all.stream()
                                .map(row -> digest.of(
                                        List.copyOf(row.cells().keySet()),
                                        row.cells().values().toArray()))
                                .toList()));
            }
        });
        return parts;
    }

    /** What the rows hash to that the ledger holds; tables without any are left out. */
    List<Part> stored(Kind kind, String job, String period, int entry) throws SQLException {
        return stored(kind, job, period, entry, tables(kind));
    }

    /** The same of some of the tables. */
    List<Part> stored(Kind kind, String job, String period, int entry, Collection<String> some) throws SQLException {
        List<Part> parts = new ArrayList<>();
        for (String table : some.stream().sorted().toList()) {
            List<byte[]> digests = columns.containsKey(table) ? digests(kind, table, job, period, entry) : List.of();
            if (!digests.isEmpty()) {
                parts.add(part(table, digests));
            }
        }
        return parts;
    }

    private List<byte[]> digests(Kind kind, String table, String job, String period, int entry) throws SQLException {
        List<String> names = columns.get(table);
        List<byte[]> digests = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select %s from %s where job = ? and period = ? and %s = ?"
                        .formatted(String.join(", ", names), table, kind.column()))) {
            statement.setString(1, job);
            statement.setString(2, period);
            statement.setInt(3, entry);
            try (ResultSet rows = statement.executeQuery()) {
                StoredCells cells = new StoredCells(rows);
                RowDigest digest = new RowDigest();
                while (rows.next()) {
                    digests.add(digest.of(names, cells.of(rows)));
                }
            }
        }
        return digests;
    }

    private static Part part(String table, List<byte[]> rows) {
        MessageDigest all = Sha256.digest();
        rows.stream().sorted(Arrays::compareUnsigned).forEach(all::update);
        return new Part(table, rows.size(), HexFormat.of().formatHex(all.digest()));
    }

    /** What rows hash to, one after the other: most have the columns of the one before. */
    private static final class RowDigest {

        private final MessageDigest digest = Sha256.digest();
        private List<String> names = List.of();
        private int[] byName = {};
        private ByteBuffer told = ByteBuffer.allocate(1 << 10);

        /** @param columns of the cells, in their order */
        byte[] of(List<String> columns, Object[] cells) {
            if (!columns.equals(names)) {
                names = columns;
                byName = IntStream.range(0, columns.size())
                        .filter(i -> !columns.get(i).equals(MANIFEST_HASH))
                        .boxed()
                        .sorted(Comparator.comparing(columns::get))
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
            told.clear();
            for (int i : byName) {
                if (cells[i] != null && !(cells[i] instanceof OffsetDateTime)) {
                    String text = text(cells[i]);
                    if (!text.isEmpty()) {
                        take(names.get(i));
                        take(text);
                    }
                }
            }
            digest.update(told.array(), 0, told.position());
            return digest.digest();
        }

        private void take(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (told.remaining() < bytes.length + Integer.BYTES) {
                told = ByteBuffer.allocate(2 * (told.capacity() + bytes.length)).put(told.flip());
            }
            told.putInt(bytes.length).put(bytes);
        }
    }

    private static String text(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return cell instanceof String text ? Sql.storable(text) : String.valueOf(cell);
    }
}
