package dev.steelyard.ledger.database;

import dev.steelyard.ledger.database.ChainLink.Kind;
import dev.steelyard.ledger.database.ChainLink.Part;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The chain of the ledger's entries: whoever changes a row of one changes every head after it, of which others hold copies, in
 * manifests, on paper, in messages. A ledger of an older engine gets its chain with its next entry; what it held until then
 * is taken as it lies.
 */
public final class LedgerChain {

    private static final String TABLE = "ledger_link";

    /** In the order in which they were recorded, as far as a clock tells. */
    private static final String ENTRIES =
            """
            select 'revision' as kind, r.job, r.period, r.revision as entry, r.manifest_hash, r.recorded_at
            from run r
            union all
            select 'decision', d.job, d.period, d.number, coalesce(e.manifest_hash, ''), d.recorded_at
            from period_decision d
            left join period_edition e on e.job = d.job and e.period = d.period and e.number = d.number
            order by 6, 1 desc, 2, 3, 4
            """;

    private final Sql sql;

    public LedgerChain(DataSource source) {
        this.sql = new Sql(source);
    }

    /**
     * What an entry stands on and adds, known before it is recorded: its edition's manifest says so.
     *
     * @param head the end of the chain before it
     * @param rows what its rows hash to
     */
    public record Draft(ChainHead head, String rows) {}

    /** The end of the chain: what the next entry stands on. */
    public ChainHead head() {
        return sql.with(LedgerChain::head);
    }

    /** Every link, the first first; none of a ledger that no engine with a chain has written to. */
    public List<ChainLink> links() {
        return sql.with(LedgerChain::links);
    }

    /** Guards that were found missing or changed, and put up again, oldest first: {@code table: what was found (when)}. */
    public List<String> guardsLost() {
        return sql.with(connection -> LedgerTables.names(connection).contains("ledger_guard_lost")
                ? texts(connection, "select table_name, found, found_at from ledger_guard_lost order by number")
                : List.of());
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            StoredCells stored = new StoredCells(rows);
            while (rows.next()) {
                Object[] cells = stored.of(rows);
                texts.add(cells[0] + ": " + cells[1] + " (" + cells[2] + ")");
            }
        }
        return texts;
    }

    /**
     * What an entry would stand on and add.
     *
     * @param rows table → rows
     */
    public Draft draft(Map<String, List<NewRow>> rows) {
        return sql.with(
                connection -> new Draft(head(connection), ChainLink.rowsHash(new EntryRows(connection).of(rows))));
    }

    /** What is wrong with the chain. */
    public record Breach(Kind kind, String entry, String table, String expected, String found) {

        /** What does not agree. */
        public enum Kind {
            /** A link is missing, or one is there twice. */
            NUMBER,
            /** A link does not lead from the one before it to its head. */
            HEAD,
            /** An entry's rows of a table are not those that were recorded. */
            ROWS,
            /** The ledger holds an entry that is in no link. */
            UNLINKED
        }
    }

    /**
     * Looks at the links, and at the rows of those tables that are asked for.
     *
     * @param tables which tables of an entry are read again; empty for none of them
     */
    public List<Breach> breaches(Function<ChainLink, Set<String>> tables) {
        return sql.with(connection -> breaches(connection, tables));
    }

    /** Every table of every entry. */
    public List<Breach> breaches() {
        return sql.with(connection -> {
            EntryRows rows = new EntryRows(connection);
            return breaches(connection, link -> {
                Set<String> all = new LinkedHashSet<>(rows.tables(link.kind()));
                link.parts().forEach(part -> all.add(part.table()));
                return all;
            });
        });
    }

    private static List<Breach> breaches(Connection connection, Function<ChainLink, Set<String>> tables)
            throws SQLException {
        List<Breach> breaches = new ArrayList<>();
        List<ChainLink> links = links(connection);
        if (links.isEmpty()) {
            return breaches;
        }
        EntryRows rows = new EntryRows(connection);
        ChainHead head = ChainHead.NONE;
        Set<String> known = new LinkedHashSet<>();
        for (int i = 0; i < links.size(); i++) {
            ChainLink link = links.get(i);
            String name = link.name();
            known.add(name);
            if (link.number() != i + 1) {
                breaches.add(new Breach(
                        Breach.Kind.NUMBER, name, TABLE, Integer.toString(i + 1), Integer.toString(link.number())));
            }
            ChainHead next = head.next(link.rowsHash(), link.manifestHash());
            if (!next.equals(link.head())) {
                breaches.add(new Breach(
                        Breach.Kind.HEAD, name, TABLE, next.shown(), link.head().shown()));
            }
            compare(link, rows, tables.apply(link), name, breaches);
            head = link.head();
        }
        for (ChainLink entry : entries(connection)) {
            String name = entry.name();
            if (!known.contains(name)) {
                breaches.add(new Breach(Breach.Kind.UNLINKED, name, table(entry.kind()), "", ""));
            } else if (links.stream()
                    .anyMatch(link -> link.isOf(entry.kind(), entry.job(), entry.period(), entry.entry())
                            && !link.manifestHash().equals(entry.manifestHash()))) {
                breaches.add(new Breach(Breach.Kind.ROWS, name, table(entry.kind()), "manifest", entry.manifestHash()));
            }
        }
        return breaches;
    }

    private static void compare(ChainLink link, EntryRows rows, Set<String> tables, String name, List<Breach> breaches)
            throws SQLException {
        Map<String, Part> recorded = new TreeMap<>();
        link.parts().forEach(part -> recorded.put(part.table(), part));
        Map<String, Part> found = new TreeMap<>();
        rows.stored(link.kind(), link.job(), link.period(), link.entry(), tables)
                .forEach(part -> found.put(part.table(), part));
        for (String table : tables) {
            Part one = recorded.get(table);
            Part other = found.get(table);
            if (one == null ? other != null : !one.equals(other)) {
                breaches.add(new Breach(Breach.Kind.ROWS, name, table, count(one), count(other)));
            }
        }
    }

    private static String count(Part part) {
        return part == null ? "0" : Long.toString(part.rows());
    }

    private static String table(Kind kind) {
        return kind == Kind.REVISION ? "run" : "period_decision";
    }

    /**
     * Adds a link for an entry whose rows are there, in their transaction.
     *
     * @param manifestHash of its edition; blank where none was published
     * @param draft what its manifest says that it stands on and adds
     * @return the end of the chain with it
     * @throws SQLException if the database does not hold what was written, so that its manifest would not be true
     */
    public static ChainHead append(
            Connection connection, Kind kind, String job, String period, int entry, String manifestHash, Draft draft)
            throws SQLException {
        List<ChainLink> links = links(connection);
        if (links.isEmpty()) {
            links = adopted(connection, kind, job, period, entry);
            for (ChainLink link : links) {
                insert(connection, link);
            }
        }
        ChainHead before = head(links);
        List<Part> parts = new EntryRows(connection).stored(kind, job, period, entry);
        if (!draft.equals(new Draft(before, ChainLink.rowsHash(parts)))) {
            throw new SQLException("the database does not hold what was written of " + job + " " + period);
        }
        ChainHead head = before.next(ChainLink.rowsHash(parts), manifestHash);
        int number = links.isEmpty() ? 1 : links.get(links.size() - 1).number() + 1;
        insert(connection, new ChainLink(number, kind, job, period, entry, parts, manifestHash, false, head));
        return head;
    }

    private static ChainHead head(Connection connection) throws SQLException {
        List<ChainLink> links = links(connection);
        return head(links.isEmpty() ? adopted(connection, null, "", "", 0) : links);
    }

    private static ChainHead head(List<ChainLink> links) {
        return links.isEmpty() ? ChainHead.NONE : links.get(links.size() - 1).head();
    }

    /** The links of what was recorded before there was a chain, all but the entry that is just being recorded. */
    private static List<ChainLink> adopted(Connection connection, Kind kind, String job, String period, int entry)
            throws SQLException {
        EntryRows rows = new EntryRows(connection);
        List<ChainLink> links = new ArrayList<>();
        ChainHead head = ChainHead.NONE;
        for (ChainLink one : entries(connection)) {
            if (!one.isOf(kind, job, period, entry)) {
                List<Part> parts = rows.stored(one.kind(), one.job(), one.period(), one.entry());
                head = head.next(ChainLink.rowsHash(parts), one.manifestHash());
                links.add(new ChainLink(
                        links.size() + 1,
                        one.kind(),
                        one.job(),
                        one.period(),
                        one.entry(),
                        parts,
                        one.manifestHash(),
                        true,
                        head));
            }
        }
        return links;
    }

    /** What the ledger holds, as links of no chain. */
    static List<ChainLink> entries(Connection connection) throws SQLException {
        List<ChainLink> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ENTRIES)) {
            while (rows.next()) {
                entries.add(new ChainLink(
                        0,
                        Kind.of(rows.getString("kind")),
                        rows.getString("job"),
                        rows.getString("period"),
                        rows.getInt("entry"),
                        List.of(),
                        rows.getString("manifest_hash"),
                        true,
                        ChainHead.NONE));
            }
        }
        return entries;
    }

    static void insert(Connection connection, ChainLink link) throws SQLException {
        Sql.insert(
                connection,
                TABLE,
                List.of(NewRow.of(link.job(), link.period())
                        .with("number", link.number())
                        .with("kind", link.kind().code())
                        .with("entry", link.entry())
                        .with("rows_hash", link.rowsHash())
                        .with("manifest_hash", link.manifestHash())
                        .with("head", link.head().hash())
                        .with("adopted", link.adopted())));
        Sql.insert(
                connection,
                "ledger_link_table",
                link.parts().stream()
                        .map(part -> NewRow.of(Map.of(
                                "number",
                                link.number(),
                                "table_name",
                                part.table(),
                                "row_count",
                                part.rows(),
                                "hash",
                                part.hash())))
                        .toList());
    }

    static List<ChainLink> links(Connection connection) throws SQLException {
        if (!LedgerTables.names(connection).contains(TABLE)) {
            return List.of();
        }
        Map<Integer, List<Part>> parts = new HashMap<>();
        List<ChainLink> links = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows =
                    statement.executeQuery("select * from ledger_link_table order by number, table_name")) {
                while (rows.next()) {
                    parts.computeIfAbsent(rows.getInt("number"), number -> new ArrayList<>())
                            .add(new Part(
                                    rows.getString("table_name"), rows.getLong("row_count"), rows.getString("hash")));
                }
            }
            try (ResultSet rows = statement.executeQuery("select * from ledger_link order by number")) {
                while (rows.next()) {
                    links.add(new ChainLink(
                            rows.getInt("number"),
                            Kind.of(rows.getString("kind")),
                            rows.getString("job"),
                            rows.getString("period"),
                            rows.getInt("entry"),
                            parts.getOrDefault(rows.getInt("number"), List.of()),
                            rows.getString("manifest_hash"),
                            rows.getBoolean("adopted"),
                            new ChainHead(rows.getString("head"))));
                }
            }
        }
        return links;
    }
}
