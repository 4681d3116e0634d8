package dev.steelyard.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bringing an embedded ledger up to date happens whole or not at all. */
class EmbeddedOpeningTest {

    @TempDir
    Path folder;

    private Path file() {
        return LedgerDatabase.file(folder);
    }

    private Path before() {
        return file().resolveSibling(file().getFileName() + ".before");
    }

    private void execute(String... sqls) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        DatabaseUrl.of(folder, Optional.empty()).forDriver());
                Statement statement = connection.createStatement()) {
            for (String sql : sqls) {
                statement.execute(sql);
            }
        }
    }

    private List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        DatabaseUrl.of(folder, Optional.empty()).forDriver());
                ResultSet tables =
                        connection.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private void open() throws IOException {
        LedgerDatabase.open(folder, Optional.empty()).close();
    }

    @Test
    void aMigrationThatFailsInItsMiddleLeavesTheLedgerAsItWas() throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(DatabaseUrl.of(folder, Optional.empty()).forDriver());
        Flyway.configure()
                .configuration(LedgerDatabase.migrations(source).getConfiguration())
                .target("2")
                .load()
                .migrate();
        // Another table of that name is in the way of the third.
        execute("create table period_payment (anything int)");
        assertThatThrownBy(this::open).isInstanceOf(LedgerFailed.class);
        assertThat(tables()).contains("PERIOD_PAYMENT").doesNotContain("PERIOD_DECISION", "PERIOD_HELD");
        assertThat(before()).doesNotExist();
        execute("drop table period_payment");
        open();
        assertThat(tables()).contains("PERIOD_DECISION", "PERIOD_HELD", "PERIOD_PAYMENT");
    }

    /** What a kill leaves: some of the tables, and the file as it was beside them. */
    @Test
    void aMigrationThatWasKilledIsUndoneAndDoneAgain() throws Exception {
        execute("create table batch_job_instance (anything int)");
        Files.createFile(before());
        open();
        assertThat(before()).doesNotExist();
        assertThat(tables()).contains("BATCH_JOB_INSTANCE", "RUN");
    }

    @Test
    void whoIsTurnedAwayLeavesTheLedgerAlone() throws Exception {
        open();
        // What H2 does to its file, seen from outside.
        try (RandomAccessFile locked = new RandomAccessFile(file().toFile(), "rw");
                FileLock lock = locked.getChannel().lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(this::open).isInstanceOf(LedgerInUse.class);
            assertThat(before()).doesNotExist();
        }
        open();
    }
}
