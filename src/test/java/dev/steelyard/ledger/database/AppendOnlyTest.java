package dev.steelyard.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.TestDatabase;
import dev.steelyard.ledger.AppendOnlyTrigger;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What the ledger holds cannot be changed, with whatever SQL (architecture.md 5, History does not move). */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.steelyard.TestDatabase#all")
class AppendOnlyTest {

    @Parameter
    TestDatabase database;

    @TempDir
    Path output;

    @BeforeEach
    void makeALedger() throws IOException {
        open().close();
    }

    private LedgerDatabase open() throws IOException {
        return LedgerDatabase.open(output.resolve("ledger"), database.url(output));
    }

    /** As somebody with any SQL client, who is the tables' owner. */
    private Connection client() throws SQLException {
        return DriverManager.getConnection(database.jdbc(output));
    }

    @Test
    void everyLedgerTableRefusesEveryWayToChangeARow() throws SQLException {
        try (Connection client = client()) {
            List<String> tables = LedgerTables.of(client);
            assertThat(tables)
                    .contains("run", "run_publication", "run_input", "run_score", "run_dimension", "run_payout");
            for (String table : tables) {
                for (String sql : changes(client, table)) {
                    assertThatThrownBy(() -> execute(client, sql))
                            .as(sql)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("ledger table " + table + " is append only");
                }
                // Of H2's truncate no trigger hears: it is refused for the key that refers to the table.
                for (String sql : List.of("truncate table " + table, truncateAll())) {
                    assertThatThrownBy(() -> execute(client, sql.formatted(table)))
                            .as(sql)
                            .hasMessageMatching("(?si).*(append only|cannot truncate).*");
                }
            }
        }
    }

    private String truncateAll() {
        return database == TestDatabase.H2 ? "truncate table %s restart identity" : "truncate table %s cascade";
    }

    /** Every statement that changes or deletes rows, also where none is there or none is met. */
    private List<String> changes(Connection client, String table) throws SQLException {
        List<String> columns = LedgerTables.columns(client, table);
        List<String> key = LedgerTables.key(client, table);
        String column = columns.get(0);
        String same = column + " = " + column;
        String meets = String.join(
                " and ", key.stream().map(name -> "t." + name + " = s." + name).toList());
        String nulls = String.join(", ", columns.stream().map(name -> "null").toList());
        List<String> changes = new ArrayList<>(List.of(
                "update " + table + " set " + same,
                "update " + table + " set " + same + " where 1 = 0",
                "delete from " + table,
                "delete from " + table + " where 1 = 0",
                "merge into %s t using (select * from %s) s on %s when matched then update set %s = s.%s"
                        .formatted(table, table, meets, column, column),
                "merge into %s t using (select * from %s) s on %s when matched then delete"
                        .formatted(table, table, meets)));
        if (database == TestDatabase.H2) {
            changes.add("merge into " + table + " values (" + nulls + ")");
            changes.add("select * from final table (update " + table + " set " + same + ")");
            changes.add("select * from old table (delete from " + table + ")");
        } else {
            changes.add("insert into %s values (%s) on conflict (%s) do update set %s = excluded.%s"
                    .formatted(table, nulls, String.join(", ", key), column, column));
            changes.add("with gone as (delete from " + table + " returning *) select * from gone");
            changes.add("set session_replication_role = replica; delete from " + table);
        }
        return changes;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whatIsThereStaysAsItIs() throws SQLException {
        try (Connection client = client()) {
            execute(
                    client,
                    "insert into run values ('month-end', '2026-09', 1, 'id', date '2026-10-12', 'plan', '', '', '', '', '', '', timestamp with time zone '2026-10-12 09:00:00+08:00')");
            String before = dump(client).toString();
            for (String table : LedgerTables.of(client)) {
                for (String sql : changes(client, table)) {
                    assertThatThrownBy(() -> execute(client, sql)).as(sql).isInstanceOf(SQLException.class);
                }
                assertThatThrownBy(() -> execute(client, "truncate table " + table))
                        .isInstanceOf(SQLException.class);
            }
            assertThat(dump(client)).hasToString(before);
            assertThat(before).contains("month-end");
        }
    }

    private static TreeMap<String, List<String>> dump(Connection connection) throws SQLException {
        TreeMap<String, List<String>> dump = new TreeMap<>();
        for (String table : LedgerTables.of(connection)) {
            List<String> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("select * from " + table)) {
                while (found.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.append(found.getString(i)).append('|');
                    }
                    rows.add(row.toString());
                }
            }
            dump.put(table, rows);
        }
        return dump;
    }

    @Test
    void aTableOfALaterMigrationIsGuardedFromItsFirstStartOn() throws IOException, SQLException {
        try (Connection client = client()) {
            execute(client, "create table later (id integer not null primary key, note varchar(10))");
            execute(client, "insert into later values (1, 'x')");
        }
        open().close();
        try (Connection client = client()) {
            assertThatThrownBy(() -> execute(client, "update later set note = 'y'"))
                    .hasMessageContaining("ledger table later is append only");
            assertThatThrownBy(() -> execute(client, "truncate table later")).isInstanceOf(SQLException.class);
            execute(client, "insert into later values (2, 'y')");
        }
    }

    @Test
    void guardsThatWereTakenDownComeBack() throws IOException, SQLException {
        try (Connection client = client()) {
            execute(
                    client,
                    database == TestDatabase.H2
                            ? "drop trigger run_append_only"
                            : "alter table run disable trigger append_only");
            execute(client, "delete from run");
        }
        open().close();
        try (Connection client = client()) {
            assertThatThrownBy(() -> execute(client, "delete from run")).hasMessageContaining("append only");
        }
    }

    @Test
    void guardsThatWereChangedAreSaidAndKept() throws IOException, SQLException {
        try (Connection client = client()) {
            execute(
                    client,
                    "insert into run values ('month-end', '2026-09', 1, 'id', date '2026-10-12', 'plan', '', '', '', '', '', '', timestamp with time zone '2026-10-12 09:00:00+08:00')");
            if (database == TestDatabase.H2) {
                execute(client, "drop trigger run_payout_append_only");
                execute(client, "drop trigger run_score_append_only");
                execute(
                        client,
                        "create trigger run_score_append_only before update on run_score call '"
                                + AppendOnlyTrigger.class.getName() + "'");
                execute(client, "alter table run_input drop constraint run_input_itself");
            } else {
                execute(client, "drop trigger append_only on run_payout");
                execute(client, "drop trigger append_only on run_score");
                execute(
                        client,
                        "create trigger append_only before update or delete or truncate on run_score for each statement when (false) execute function ledger_is_append_only()");
                execute(client, "alter table run_score enable always trigger append_only");
                execute(client, "alter table run_input enable trigger append_only");
            }
        }
        List<GuardFault> expected = List.of(
                new GuardFault("run_input", GuardFault.Found.CHANGED),
                new GuardFault("run_payout", GuardFault.Found.MISSING),
                new GuardFault("run_score", GuardFault.Found.CHANGED));
        // Whoever looks heals nothing.
        for (int look = 0; look < 2; look++) {
            try (LedgerDatabase looked = LedgerDatabase.look(output.resolve("ledger"), database.url(output))) {
                assertThat(looked.guards()).isEqualTo(expected);
                assertThat(looked.guardsLost()).isEmpty();
            }
        }
        try (LedgerDatabase ledger = open()) {
            assertThat(ledger.guardFaults()).isEqualTo(expected);
            assertThat(ledger.guards()).isEmpty();
            assertThat(ledger.guardsLost()).hasSize(3).first().asString().startsWith("run_input: changed (");
        }
        if (database == TestDatabase.POSTGRES) {
            try (Connection client = client()) {
                execute(
                        client,
                        "create or replace function ledger_is_append_only() returns trigger language plpgsql as $$ begin return null; end $$");
            }
            try (LedgerDatabase ledger = open()) {
                assertThat(ledger.guardFaults()).extracting(GuardFault::found).containsOnly(GuardFault.Found.CHANGED);
                assertThat(ledger.guards()).isEmpty();
            }
        }
    }

    @Test
    void theFrameworksTablesMayChange() throws SQLException {
        try (Connection client = client()) {
            execute(client, "delete from batch_job_instance");
            execute(client, "update \"flyway_schema_history\" set \"description\" = \"description\"");
            assertThat(LedgerTables.of(client))
                    .noneMatch(name -> name.startsWith("batch") || name.startsWith("flyway"));
        }
    }

    @Test
    void textsSortByCodePointWhateverTheDatabasesLanguage() throws IOException, SQLException {
        try (Connection client = client()) {
            execute(client, "create table later (id varchar(10) not null primary key)");
        }
        open().close();
        try (Connection client = client()) {
            execute(client, "insert into later values ('a-b'), ('B'), ('a'), ('张'), ('李'), ('E10'), ('E9'), ('_')");
            assertThat(dump(client, "select id from later order by id"))
                    .containsExactly("B", "E10", "E9", "_", "a", "a-b", "张", "李");
        }
    }

    @Test
    void anyTextIsKeptAlikeOnAnyDatabase() throws IOException, SQLException {
        try (Connection client = client()) {
            execute(client, "create table later (id varchar(20) not null primary key)");
        }
        try (LedgerDatabase ledger = open()) {
            new Sql(ledger.source())
                    .transaction(connection -> Sql.insert(
                            connection,
                            "later",
                            List.of(NewRow.of(Map.of("id", "张\0三")), NewRow.of(Map.of("id", "𠮷野 'x' \\ \n")))));
        }
        try (Connection client = client()) {
            assertThat(dump(client, "select id from later order by id")).containsExactly("张\uFFFD三", "𠮷野 'x' \\ \n");
        }
    }

    private static List<String> dump(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                values.add(found.getString(1));
            }
        }
        return values;
    }
}
