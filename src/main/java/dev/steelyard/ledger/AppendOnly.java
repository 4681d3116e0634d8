package dev.steelyard.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes the database itself refuse to change, delete or truncate what the ledger holds (design.md 5, History does not
 * move). Put up whenever a ledger is opened, for every ledger table that lacks it: a table of a later migration has it from
 * its first start on, and one whose triggers were taken down gets them back.
 */
final class AppendOnly {

    /** Integrity constraint violation: restricted. */
    static final String STATE = "23001";

    private static final String NAME = "append_only";

    private final Connection connection;

    private AppendOnly(Connection connection) {
        this.connection = connection;
    }

    /** The text of the refusal. */
    static String message(String table) {
        return "ledger table " + table
                + " is append only: what was recorded is never changed or deleted; a correction is a new row";
    }

    /** Guards every ledger table that is not guarded yet. */
    static void guard(Connection connection) throws SQLException {
        AppendOnly guard = new AppendOnly(connection);
        List<String> tables = LedgerTables.of(connection);
        if (isPostgres(connection)) {
            guard.onPostgres(tables);
        } else {
            guard.onH2(tables);
        }
    }

    /** Ledger tables that the database would let somebody change, as it stands. */
    static List<String> bare(Connection connection) throws SQLException {
        AppendOnly guard = new AppendOnly(connection);
        Set<String> guarded = isPostgres(connection) ? guard.guardedOnPostgres() : guard.guardedOnH2();
        return LedgerTables.of(connection).stream()
                .filter(table -> !guarded.contains(table))
                .toList();
    }

    private static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    private Set<String> guardedOnPostgres() throws SQLException {
        return names(
                """
                select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
                where t.tgname = '%s' and t.tgenabled = 'A' and c.relnamespace = current_schema::regnamespace
                """
                        .formatted(NAME));
    }

    /** By triggers that are there for both, update and delete. */
    private Set<String> guardedOnH2() throws SQLException {
        return names("select event_object_table from information_schema.triggers where java_class = '"
                + AppendOnlyTrigger.class.getName() + "' group by event_object_table having count(*) = 2");
    }

    /**
     * One trigger a statement, so that it is refused also where no row meets it, and always: a session that plays a replica
     * does not get around it.
     */
    private void onPostgres(List<String> tables) throws SQLException {
        Set<String> guarded = guardedOnPostgres();
        List<String> bare =
                tables.stream().filter(table -> !guarded.contains(table)).toList();
        if (!bare.isEmpty()) {
            execute(
                    """
                    create or replace function ledger_is_append_only() returns trigger language plpgsql as $$
                    begin
                        raise exception using errcode = '%s', message = replace('%s', '%%', tg_table_name);
                    end $$
                    """
                            .formatted(STATE, message("%")));
        }
        for (String table : bare) {
            execute("drop trigger if exists " + NAME + " on " + table);
            execute("create trigger " + NAME + " before update or delete or truncate on " + table
                    + " for each statement execute function ledger_is_append_only()");
            execute("alter table " + table + " enable always trigger " + NAME);
        }
        sortPlainly(tables);
    }

    /** Texts sort by code point, as on H2, whatever rules of a language the database was created with. */
    private void sortPlainly(List<String> tables) throws SQLException {
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
        for (String table : tables) {
            if (changes.containsKey(table)) {
                execute("alter table " + table + " " + String.join(", ", changes.get(table)));
            }
        }
    }

    /**
     * A trigger a table for update, delete and merge. H2 fires none on truncate, but does not truncate a table that a foreign
     * key refers to: each row refers to itself, which costs no look-up.
     */
    private void onH2(List<String> tables) throws SQLException {
        Set<String> guarded = guardedOnH2();
        Set<String> constraints = names("select constraint_name from information_schema.table_constraints"
                + " where constraint_schema = current_schema and constraint_type = 'FOREIGN KEY'");
        for (String table : tables) {
            if (!guarded.contains(table)) {
                execute("drop trigger if exists " + table + "_" + NAME);
                execute("create trigger " + table + "_" + NAME + " before update, delete on " + table + " call '"
                        + AppendOnlyTrigger.class.getName() + "'");
            }
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
