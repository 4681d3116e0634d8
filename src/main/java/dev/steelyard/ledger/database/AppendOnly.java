package dev.steelyard.ledger.database;

import dev.steelyard.ledger.AppendOnlyTrigger;
import dev.steelyard.ledger.database.GuardFault.Found;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes the database itself refuse to change, delete or truncate what the ledger holds (architecture.md 5, History does not
 * move). Put up whenever a ledger is opened to be written, for every ledger table that lacks it: a table of a later migration
 * has it from its first start on, and one whose triggers were taken down or changed gets them back, which is said.
 */
public final class AppendOnly {

    private static final String NAME = "append_only";

    /** What the guard of PostgreSQL does, to the letter. */
    private static final String BODY =
            """

            begin
                raise exception using errcode = '%s', message = replace('%s', '%%', tg_table_name);
            end \
            """
                    .formatted(AppendOnlyTrigger.STATE, AppendOnlyTrigger.message("%"));

    /**
     * Table, whether it is our guard, whether that is as it was put up: before update, delete and truncate, once a statement,
     * always, without a condition, with the body above. A rule may write otherwise than it is told, as a trigger may.
     */
    private static final String ON_POSTGRES =
            """
            select c.relname, t.tgname = '%s',
                   t.tgtype = 58 and t.tgenabled = 'A' and t.tgqual is null and t.tgnargs = 0 and t.tgattr::text = ''
                   and l.lanname = 'plpgsql' and p.prosrc = '%s'
            from pg_trigger t
            join pg_class c on c.oid = t.tgrelid
            join pg_proc p on p.oid = t.tgfoid
            join pg_language l on l.oid = p.prolang
            where not t.tgisinternal and c.relnamespace = current_schema::regnamespace
            union all
            select c.relname, false, false
            from pg_rewrite r
            join pg_class c on c.oid = r.ev_class
            where c.relkind = 'r' and c.relnamespace = current_schema::regnamespace
            """
                    .formatted(NAME, BODY.replace("'", "''"));

    /** The same; a guard has a key beside it, for which H2 does not truncate the table. */
    private static final String ON_H2 =
            """
            select t.event_object_table, t.trigger_name = t.event_object_table || '_%s',
                   count(*) = 2 and min(t.event_manipulation) = 'DELETE' and max(t.event_manipulation) = 'UPDATE'
                   and min(coalesce(t.java_class, '')) = '%s' and min(t.action_timing) = 'BEFORE'
                   and min(t.action_orientation) = 'STATEMENT' and not bool_or(t.no_wait) and not bool_or(t.is_rollback)
                   and exists (select 1 from information_schema.table_constraints k
                               where k.constraint_schema = current_schema and k.constraint_type = 'FOREIGN KEY'
                                 and k.table_name = t.event_object_table
                                 and k.constraint_name = t.event_object_table || '_ITSELF')
            from information_schema.triggers t
            where t.event_object_schema = current_schema
            group by t.event_object_table, t.trigger_name
            """
                    .formatted(NAME.toUpperCase(Locale.ROOT), AppendOnlyTrigger.class.getName());

    private final Connection connection;

    private AppendOnly(Connection connection) {
        this.connection = connection;
    }

    /** Guards every ledger table that is not guarded, or not as it should be. */
    static void guard(Connection connection) throws SQLException {
        AppendOnly guard = new AppendOnly(connection);
        Set<String> faulty = faults(connection).stream()
                .filter(fault -> fault.found() != Found.OTHER)
                .map(GuardFault::table)
                .collect(Collectors.toSet());
        List<String> bare = faulty.isEmpty()
                ? List.of()
                : LedgerTables.of(connection).stream().filter(faulty::contains).toList();
        if (isPostgres(connection)) {
            guard.onPostgres(bare);
            guard.sortPlainly();
        } else {
            guard.onH2(bare);
        }
    }

    /** Ledger tables that the database would let somebody change, as it stands, and why; by table. */
    static List<GuardFault> faults(Connection connection) throws SQLException {
        Map<String, Set<Optional<Found>>> found =
                new AppendOnly(connection).listeners(isPostgres(connection) ? ON_POSTGRES : ON_H2);
        List<GuardFault> faults = new ArrayList<>();
        for (String table : LedgerTables.names(connection)) {
            Set<Optional<Found>> at = found.getOrDefault(table, Set.of());
            if (at.contains(Optional.of(Found.CHANGED))) {
                faults.add(new GuardFault(table, Found.CHANGED));
            } else if (!at.contains(Optional.empty())) {
                faults.add(new GuardFault(table, Found.MISSING));
            }
            if (at.contains(Optional.of(Found.OTHER))) {
                faults.add(new GuardFault(table, Found.OTHER));
            }
        }
        return faults;
    }

    /** Table → what listens there; empty stands for a guard as it should be. */
    private Map<String, Set<Optional<Found>>> listeners(String query) throws SQLException {
        Map<String, Set<Optional<Found>>> found = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                boolean isOurs = rows.getBoolean(2);
                found.computeIfAbsent(rows.getString(1).toLowerCase(Locale.ROOT), table -> new HashSet<>())
                        .add(
                                isOurs && rows.getBoolean(3)
                                        ? Optional.empty()
                                        : Optional.of(isOurs ? Found.CHANGED : Found.OTHER));
            }
        }
        return found;
    }

    static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /**
     * One trigger a statement, so that it is refused also where no row meets it, and always: a session that plays a replica
     * does not get around it.
     */
    private void onPostgres(List<String> bare) throws SQLException {
        if (!bare.isEmpty()) {
            execute("create or replace function ledger_is_append_only() returns trigger language plpgsql as $$" + BODY
                    + "$$");
        }
        for (String table : bare) {
            execute("drop trigger if exists " + NAME + " on " + table);
            execute("create trigger " + NAME + " before update or delete or truncate on " + table
                    + " for each statement execute function ledger_is_append_only()");
            execute("alter table " + table + " enable always trigger " + NAME);
        }
    }

    /** Texts sort by code point, as on H2, whatever rules of a language the database was created with. */
    private void sortPlainly() throws SQLException {
        TreeMap<String, List<String>> changes = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                        select table_name, column_name, coalesce('varchar(' || character_maximum_length || ')', 'text')
                        from information_schema.columns
                        where table_schema = current_schema and data_type in ('character varying', 'text')
                          and collation_name is distinct from 'C'
                        order by 1, ordinal_position
                        """)) {
            while (rows.next()) {
                changes.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                        .add("alter column " + rows.getString(2) + " type " + rows.getString(3) + " collate \"C\"");
            }
        }
        for (String table : LedgerTables.names(connection)) {
            if (changes.containsKey(table)) {
                execute("alter table " + table + " " + String.join(", ", changes.get(table)));
            }
        }
    }

    /**
     * A trigger a table for update, delete and merge. H2 fires none on truncate, but does not truncate a table that a foreign
     * key refers to: each row refers to itself, which costs no look-up.
     */
    private void onH2(List<String> bare) throws SQLException {
        Set<String> constraints = names("select constraint_name from information_schema.table_constraints"
                + " where constraint_schema = current_schema and constraint_type = 'FOREIGN KEY'");
        for (String table : bare) {
            execute("drop trigger if exists " + table + "_" + NAME);
            execute("create trigger " + table + "_" + NAME + " before update, delete on " + table + " call '"
                    + AppendOnlyTrigger.class.getName() + "'");
            String itself = table + "_itself";
            if (!constraints.contains(itself)) {
                String key = String.join(", ", LedgerTables.key(connection, table));
                execute("alter table %s add constraint %s foreign key (%s) references %s (%s)"
                        .formatted(table, itself, key, table, key));
            }
        }
    }

    private Set<String> names(String sql) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
