package dev.steelyard.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.TestDatabase;
import dev.steelyard.ledger.V1__batch_tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What the ledger has room for, and what it says where it has none. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.steelyard.TestDatabase#all")
class LedgerWidthsTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-10-12T09:00:00+08:00");

    @Parameter
    TestDatabase kind;

    @TempDir
    Path output;

    private LedgerDatabase open() throws IOException {
        return LedgerDatabase.open(output.resolve("ledger"), kind.url(output));
    }

    @Test
    void aValueThatDoesNotFitIsNoFailureOfTheDatabaseAndIsNotRepeated() throws IOException {
        try (LedgerDatabase ledger = open()) {
            Sql sql = new Sql(ledger.source());
            NewRow row = NewRow.of("geheim".repeat(30), "2026-09")
                    .with("revision", 1)
                    .with("published_at", NOW);
            assertThatThrownBy(() ->
                            sql.transaction(connection -> Sql.insert(connection, "run_publication", List.of(row))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("22001")
                    .hasMessageNotContaining("geheim")
                    .hasNoCause();
        }
    }

    @Test
    void aRowThatIsThereAlreadyIsNotRepeatedEither() throws IOException {
        try (LedgerDatabase ledger = open()) {
            Sql sql = new Sql(ledger.source());
            NewRow row = run().with("plan", "geheim");
            sql.transaction(connection -> Sql.insert(connection, "run", List.of(row)));
            assertThatThrownBy(() -> sql.transaction(connection -> Sql.insert(connection, "run", List.of(row))))
                    .isInstanceOf(LedgerFailed.class)
                    .hasMessageContaining("23505")
                    .hasMessageNotContaining("geheim");
        }
    }

    private static NewRow run() {
        return NewRow.of("j", "2026-09")
                .with("revision", 1)
                .with("run_id", "i")
                .with("as_of", NOW.toLocalDate())
                .with("plan_hash", "p")
                .with("exports_hash", "e")
                .with("calendar_hash", "c")
                .with("engine", "1")
                .with("manifest_hash", "m")
                .with("folder", "f")
                .with("recorded_at", NOW);
    }

    /** An earlier version joined ids by a blank; V40 takes them apart as that version read them. */
    @Test
    void whatAnEarlierVersionJoinedIsTakenApart() throws IOException, SQLException {
        Files.createDirectories(output.resolve("ledger"));
        Flyway.configure()
                .dataSource(kind.empty(output), null, null)
                .locations("classpath:db/migration")
                .javaMigrations(new V1__batch_tables())
                .target("4")
                .load()
                .migrate();
        try (Connection old = DriverManager.getConnection(kind.jdbc(output));
                Statement statement = old.createStatement()) {
            statement.execute(
                    "insert into run values ('j', '2026-09', 1, 'i', date '2026-10-12', 'p', 'p', 'e', 'c', '1', 'm', 'f',"
                            + " timestamp '2026-10-12 00:00:00')");
            statement.execute(
                    "insert into run_payout values ('j', '2026-09', 1, 'L1', 1, 'E1', 'commission', '2026-09', '1', '1', 1,"
                            + " 'CNY', 'on_hold', '', '', '', '', '', null, 'V2 V1', '')");
            statement.execute(
                    "insert into run_decision values ('j', '2026-09', 1, 'calibration', 'D1', '', '', '', '', '', '', '', '',"
                            + " '张三, 李四', '', '', '', '', '', '', 'late overdue')");
            AppendOnly.guard(old);
        }
        try (LedgerDatabase ledger = open();
                Connection connection = ledger.source().getConnection()) {
            assertThat(found(connection, "select reference from run_payout_held order by number"))
                    .containsExactly("V2", "V1");
            assertThat(found(connection, "select name from run_decision_by order by number"))
                    .containsExactly("张三", "李四");
            assertThat(found(connection, "select mark from run_decision_mark order by mark"))
                    .containsExactly("late", "overdue");
        }
    }

    private static List<String> found(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
