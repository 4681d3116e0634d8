package dev.steelyard.ledger.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * An advisory lock on a connection of its own, which PostgreSQL drops with the connection. A process that lost the
 * connection without noticing is kept from committing by a fence: each commit holds a second lock, shared, while it asks
 * whether the first is still held; whoever takes the first waits once for the second to be free. So no commit of the
 * old holder comes after the new one began.
 */
final class PostgresLease implements Lease {

    /** Any two numbers that no other program on the database uses. */
    private static final long LOCK = 0x737465656c79L;

    private static final long FENCE = LOCK + 1;

    private static final String NAME = "steelyard";

    /** How long the server may not answer before the connection counts as lost, in milliseconds. */
    private static final int SILENCE = 60_000;

    private static final Executor HERE = Runnable::run;

    private static final String HOLDER =
            """
            select a.application_name, a.backend_start,
                   case when a.client_addr is not distinct from me.client_addr then '' else host(a.client_addr) end
            from pg_locks l
            join pg_stat_activity a on a.pid = l.pid
            join pg_stat_activity me on me.pid = pg_backend_pid()
            where %s
            """
                    .formatted(held("l"));

    private static final String IS_MINE =
            "select count(*) from pg_locks l where l.pid = pg_backend_pid() and " + held("l");

    private final Connection connection;

    private PostgresLease(Connection connection) {
        this.connection = connection;
    }

    /** The condition that a row of {@code pg_locks} is the lease. */
    static String held(String locks) {
        return "%1$s.locktype = 'advisory' and %1$s.granted and %1$s.objsubid = 1 and %1$s.classid = %2$d and %1$s.objid = %3$d and %1$s.database = (select oid from pg_database where datname = current_database())"
                .formatted(locks, LOCK >>> 32, LOCK & 0xffffffffL);
    }

    static PostgresLease take(DatabaseUrl url) throws SQLException {
        Connection connection = Silence.connect(url);
        try {
            connection.setNetworkTimeout(HERE, SILENCE);
            execute(connection, Silence.OF_THE_SERVER);
            name(connection, NAME + " " + ProcessHandle.current().pid());
            if (!ask(connection, "select pg_try_advisory_lock(?)", LOCK)) {
                throw new LedgerInUse(holder(connection), null);
            }
            awaitCommits(connection);
            return new PostgresLease(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Waits for what an earlier holder, whose lock is gone, may be committing at this moment. */
    private static void awaitCommits(Connection connection) throws SQLException {
        execute(connection, "set lock_timeout = '30s'");
        try {
            execute(connection, "select pg_advisory_lock(%d), pg_advisory_unlock(%d)".formatted(FENCE, FENCE));
        } catch (SQLException e) {
            if ("55P03".equals(e.getSQLState())) {
                throw new LedgerInUse(Optional.empty(), e);
            }
            throw e;
        }
    }

    @Override
    public void check(Connection committing) throws SQLException {
        try (PreparedStatement fence = committing.prepareStatement("select pg_advisory_xact_lock_shared(?)")) {
            fence.setLong(1, FENCE);
            fence.execute();
        }
        try {
            synchronized (connection) {
                if (!isMine()) {
                    throw new LeaseLost(null);
                }
            }
        } catch (LeaseLost e) {
            throw e;
        } catch (SQLException e) {
            throw new LeaseLost(e);
        }
    }

    private boolean isMine() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(IS_MINE)) {
            return answer.next() && answer.getInt(1) == 1;
        }
    }

    @Override
    public void tell(LedgerHolder holder) {
        try {
            synchronized (connection) {
                name(connection, String.join(" ", NAME, Long.toString(holder.pid()), holder.period(), holder.job()));
            }
        } catch (SQLException e) {
            // Only a courtesy; a connection that broke is found at the next commit.
        }
    }

    /** A session's name, which others see; the server cuts it at 63 bytes. */
    private static void name(Connection connection, String name) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config('application_name', ?, false)")) {
            set.setString(1, name);
            set.execute();
        }
    }

    /** Who holds the lock, as its session is named; empty where it tells nothing, or is gone meanwhile. */
    private static Optional<LedgerHolder> holder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HOLDER)) {
            if (!row.next() || row.getString(1) == null) {
                return Optional.empty();
            }
            String[] words = row.getString(1).split(" ", 4);
            if (words.length < 4 || !words[0].equals(NAME)) {
                return Optional.empty();
            }
            OffsetDateTime since = row.getObject(2, OffsetDateTime.class);
            return Optional.of(new LedgerHolder(
                    Long.parseLong(words[1]),
                    words[3],
                    words[2],
                    since.withNano(0).toString(),
                    row.getString(3)));
        }
    }

    /** Who holds the lock, asked without taking it; empty inside where that is not told. */
    static Optional<Optional<LedgerHolder>> asked(Connection connection) throws SQLException {
        return isFree(connection) ? Optional.empty() : Optional.of(holder(connection));
    }

    /** Whether nobody holds the lock, asked without taking it. */
    static boolean isFree(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet held = statement.executeQuery("select 1 from pg_locks l where " + held("l"))) {
            return !held.next();
        }
    }

    private static boolean ask(Connection connection, String sql, long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, number);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try (connection) {
            synchronized (connection) {
                // With the connection it would go too, but only when the server comes to it: the next command may ask
                // before.
                ask(connection, "select pg_advisory_unlock(?)", LOCK);
            }
        } catch (SQLException e) {
            // The lock goes with the process in any case.
        }
    }
}
