package dev.steelyard.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Who is alone with a ledger on PostgreSQL, and what becomes of who no longer is. */
@EnabledIfSystemProperty(named = "test.postgres", matches = "true")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PostgresLeaseTest {

    private static final String ROW =
            "insert into run values ('month-end', '2026-09', %d, 'id', date '2026-10-12', 'plan', '', '', '', '', '', '', now())";

    private static final String END_LEASES =
            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and mode = 'ExclusiveLock' and database = (select oid from pg_database where datname = current_database())";

    @TempDir
    Path output;

    private DatabaseUrl url;

    @BeforeEach
    void makeALedger() throws IOException {
        open().close();
        url = new DatabaseUrl(TestDatabase.POSTGRES.jdbc(output));
    }

    private LedgerDatabase open() throws IOException {
        return LedgerDatabase.open(output.resolve("ledger"), TestDatabase.POSTGRES.url(output));
    }

    private Connection client() throws SQLException {
        return DriverManager.getConnection(url.jdbc());
    }

    private static long ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() ? answer.getLong(1) : 0;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The server ends a session some time after its client has left: the lock must not wait for that. */
    @Test
    void whoClosesLetsTheNextOneInAtOnce() throws Exception {
        for (int i = 0; i < 200; i++) {
            PostgresLease.take(url).close();
        }
        try (Connection client = client()) {
            assertThat(PostgresLease.isFree(client)).isTrue();
        }
    }

    @Test
    void whoComesSecondIsToldWhoWasFirst() throws Exception {
        try (LedgerDatabase first = open()) {
            assertThatThrownBy(this::open).isInstanceOfSatisfying(LedgerInUse.class, busy -> assertThat(busy.holder())
                    .isEmpty());
            OffsetDateTime since = OffsetDateTime.parse("2026-10-12T09:00:00+08:00");
            LedgerHolder me =
                    LedgerHolder.ofThisProcess("a-job-with-a-name-that-is-longer-than-sessions-have", "2026-Q3", since);
            try (LedgerHolder.Note note = first.announce(me, output.resolve("ledger"))) {
                assertThat(note).isNotNull();
                assertThatThrownBy(this::open).isInstanceOfSatisfying(LedgerInUse.class, busy -> assertThat(
                                busy.holder())
                        .hasValueSatisfying(holder -> {
                            assertThat(holder.pid()).isEqualTo(me.pid());
                            assertThat(holder.period()).isEqualTo("2026-Q3");
                            assertThat(me.job()).startsWith(holder.job());
                            assertThat(OffsetDateTime.parse(holder.since())).isAfter(since.minusYears(1));
                            assertThat(holder.host()).isEmpty();
                        }));
            }
        }
        open().close();
    }

    @Test
    void whoLostTheLockCommitsNothingMore() throws Exception {
        try (LedgerDatabase old = open();
                Connection writing = old.source().getConnection();
                Connection client = client()) {
            writing.setAutoCommit(false);
            execute(writing, ROW.formatted(1));
            writing.commit();
            execute(writing, ROW.formatted(2));
            execute(client, END_LEASES);
            assertThatThrownBy(writing::commit).isInstanceOf(LeaseLost.class);
            writing.rollback();
            assertThat(ask(client, "select max(revision) from run")).isEqualTo(1);
            try (LedgerDatabase next = open()) {
                assertThatThrownBy(() -> {
                            execute(writing, ROW.formatted(2));
                            writing.commit();
                        })
                        .isInstanceOf(LeaseLost.class);
                writing.rollback();
                assertThat(next.source()).isNotNull();
            }
        }
    }

    @Test
    void whoComesNextWaitsForACommitThatWasAllowed() throws Exception {
        try (PostgresLease old = PostgresLease.take(url);
                Connection writing = client();
                Connection client = client()) {
            writing.setAutoCommit(false);
            execute(writing, ROW.formatted(1));
            old.check(writing);
            execute(client, END_LEASES);
            CompletableFuture<PostgresLease> next = CompletableFuture.supplyAsync(() -> {
                try {
                    return PostgresLease.take(url);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            while (ask(client, "select count(*) from pg_locks where locktype = 'advisory' and not granted") == 0) {
                assertThat(next).isNotDone();
            }
            writing.commit();
            next.get().close();
            assertThat(ask(client, "select count(*) from run")).isEqualTo(1);
        }
    }
}
