package dev.steelyard.ledger.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.steelyard.ledger.V1__batch_tables;
import dev.steelyard.ledger.V40__lists_are_rows;
import dev.steelyard.ledger.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The ledger's database: an H2 file beside the output, or a PostgreSQL that was named. One process at a time: on H2 the
 * file's own lock is the lease, on PostgreSQL an advisory lock on a connection of its own (architecture.md 5, Nothing twice).
 */
public final class LedgerDatabase implements AutoCloseable {

    private static final String NOT_UP_TO_DATE = "the ledger's tables cannot be brought up to date";

    /** Kept, for a logger that nobody holds forgets its level. */
    private static final Logger DRIVER_TALK = Logger.getLogger("org.postgresql");

    private final HikariDataSource pool;
    private final Lease lease;
    private final DataSource source;

    private List<GuardFault> faults = List.of();

    private LedgerDatabase(HikariDataSource pool, Lease lease) {
        this.pool = pool;
        this.lease = lease;
        this.source = new LeasedSource(pool, lease);
    }

    /** The file of the embedded database. */
    public static Path file(Path folder) {
        return DatabaseUrl.of(folder, Optional.empty()).file().orElseThrow();
    }

    /**
     * Opens the ledger, brings its tables up to date and guards them.
     *
     * @param folder where the embedded database lies, unless a URL says otherwise
     * @throws LedgerInUse if another process has it
     * @throws LedgerFailed if it cannot be reached; its words hold no password
     */
    public static LedgerDatabase open(Path folder, Optional<String> address) throws IOException {
        PrivateFiles.folder(folder);
        DatabaseUrl url = DatabaseUrl.of(folder, address);
        if (url.file().isEmpty()) {
            return connect(url, folder).upToDate(url);
        }
        try (EmbeddedOpening opening = EmbeddedOpening.of(url.file().get())) {
            return open(url, folder, opening);
        }
    }

    /**
     * Opens the ledger to be looked at only: nothing is written, so that a copy, a medium that cannot be written or a role that
     * may only select will do. One whose tables are those of an earlier engine is opened to be brought up to date first.
     *
     * @throws LedgerInUse if another process writes an embedded ledger; a PostgreSQL can be looked at meanwhile
     * @throws LedgerOutdated if it would have to be brought up to date, and cannot be written
     * @throws LedgerFailed if it cannot be reached; its words hold no password
     */
    public static LedgerDatabase look(Path folder, Optional<String> address) throws IOException {
        DatabaseUrl url = DatabaseUrl.of(folder, address);
        if (url.file().filter(EmbeddedOpening::isHalfDone).isPresent()) {
            return open(folder, address);
        }
        silenceDriver();
        LedgerDatabase looked;
        try {
            Lease lease = url.isPostgres() ? shared(url) : EmbeddedLease.look(url, folder);
            looked = new LedgerDatabase(new HikariDataSource(looking(url)), lease);
        } catch (SQLException e) {
            throw new LedgerFailed("the ledger cannot be opened", url.clean(e));
        }
        if (!looked.isBehind(url)) {
            return looked.orMoved(url);
        }
        looked.close();
        try {
            return open(folder, address);
        } catch (LedgerFailed | IOException e) {
            throw new LedgerOutdated(e);
        }
    }

    /** Whoever only looks at a PostgreSQL needs no lease; a pool would only say that it waited in vain. */
    private static Lease shared(DatabaseUrl url) throws SQLException {
        Silence.connect(url).close();
        return Lease.NONE;
    }

    static HikariConfig looking(DatabaseUrl url) {
        HikariConfig config = pool(url);
        config.setJdbcUrl(url.forLooking());
        config.setReadOnly(true);
        return config;
    }

    /** A migration of a database in a file happens whole or not at all; one of PostgreSQL does so by itself. */
    private static LedgerDatabase open(DatabaseUrl url, Path folder, EmbeddedOpening opening) throws IOException {
        boolean isKept = opening.isNew();
        if (isKept) {
            opening.keep();
        }
        try {
            LedgerDatabase opened = connect(url, folder);
            if (!isKept && opened.isBehind(url)) {
                opened.close();
                opening.keep();
                opened = connect(url, folder);
            }
            opened.upToDate(url);
            opening.done();
            return opened;
        } catch (LedgerInUse e) {
            opening.done();
            throw e;
        } catch (LedgerFailed e) {
            opening.undo();
            throw e;
        }
    }

    private static LedgerDatabase connect(DatabaseUrl url, Path folder) {
        Lease lease = lease(url, folder);
        try {
            return new LedgerDatabase(new HikariDataSource(pool(url)), lease);
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    /** Whether its tables are those of an earlier version, or none. */
    private boolean isBehind(DatabaseUrl url) {
        return orClosed(url, () -> migrations(pool).info().pending().length > 0);
    }

    /** Brings the tables up to date and guards them. */
    private LedgerDatabase upToDate(DatabaseUrl url) {
        orClosed(url, () -> {
            faults = migrate(pool);
            return this;
        });
        return orMoved(url);
    }

    /** A ledger that goes on elsewhere is closed. */
    private LedgerDatabase orMoved(DatabaseUrl url) {
        return orClosed(url, () -> {
            try (Connection connection = pool.getConnection()) {
                LedgerMove.refuse(connection);
            }
            return this;
        });
    }

    /** What is asked of the database; where that fails, it is closed. */
    @FunctionalInterface
    private interface Asked<T> {
        T ask() throws SQLException;
    }

    private <T> T orClosed(DatabaseUrl url, Asked<T> asked) {
        try {
            return asked.ask();
        } catch (SQLException e) {
            close();
            throw new LedgerFailed(NOT_UP_TO_DATE, url.clean(e));
        } catch (FlywayException e) {
            close();
            throw new LedgerFailed(NOT_UP_TO_DATE, url.clean(new SQLException(e.getMessage(), e)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The driver tells through its own channel, with the address in it, what the exception says anyhow. */
    static void silenceDriver() {
        DRIVER_TALK.setLevel(Level.OFF);
    }

    private static Lease lease(DatabaseUrl url, Path folder) {
        silenceDriver();
        try {
            return url.isPostgres() ? PostgresLease.take(url) : EmbeddedLease.take(url, folder);
        } catch (SQLException e) {
            throw new LedgerFailed("the ledger cannot be opened", url.clean(e));
        }
    }

    static HikariConfig pool(DatabaseUrl url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.forDriver());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(5_000);
        Silence.limit(config, url, Silence.OF_A_LEDGER);
        return config;
    }

    static Flyway migrations(DataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .javaMigrations(new V1__batch_tables(), new V40__lists_are_rows())
                .load();
    }

    /** @return guards that were found missing or changed, of a ledger that holds something; they are up again, and kept in it */
    private static List<GuardFault> migrate(DataSource source) throws SQLException {
        List<GuardFault> faults = faults(source);
        migrations(source).migrate();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            AppendOnly.guard(connection);
            keep(connection, faults);
            connection.commit();
        }
        return faults;
    }

    private static List<GuardFault> faults(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (!LedgerTables.names(connection).contains("run")) {
                return List.of();
            }
            try (ResultSet rows = statement.executeQuery("select count(*) from run")) {
                return rows.next() && rows.getLong(1) > 0 ? AppendOnly.faults(connection) : List.of();
            }
        }
    }

    private static void keep(Connection connection, List<GuardFault> faults) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                """
                insert into ledger_guard_lost (number, table_name, found, found_at)
                select coalesce(max(number), 0) + 1, ?, ?, current_timestamp from ledger_guard_lost
                """)) {
            for (GuardFault fault : faults) {
                if (fault.found() != GuardFault.Found.OTHER) {
                    statement.setString(1, fault.table());
                    statement.setString(2, fault.found().code());
                    statement.executeUpdate();
                }
            }
        }
    }

    /**
     * Who works on a ledger that is only looked at: on PostgreSQL that goes together.
     *
     * @throws LedgerInUse if somebody does
     */
    public void orInUse() {
        if (lease == Lease.NONE) {
            new Sql(source).with(PostgresLease::asked).ifPresent(holder -> {
                throw new LedgerInUse(holder, null);
            });
        }
    }

    /** Guards of its tables that are missing or changed now. */
    public List<GuardFault> guards() {
        return new Sql(source).with(AppendOnly::faults);
    }

    /** Guards that were missing or changed when it was opened to be written, oldest first: {@code table: what (when)}. */
    public List<String> guardsLost() {
        return new LedgerChain(source).guardsLost();
    }

    /** Guards of its tables that were found missing or changed when it was opened; those that could be are up again. */
    public List<GuardFault> guardFaults() {
        return faults;
    }

    /**
     * Tells others who holds the ledger, until the note is closed.
     *
     * @param folder where the embedded database lies, or would
     */
    public LedgerHolder.Note announce(LedgerHolder holder, Path folder) throws IOException {
        lease.tell(holder);
        return holder.write(folder);
    }

    /** Whether other machines may reach it too. */
    public boolean isShared() {
        return new DatabaseUrl(pool.getJdbcUrl()).isPostgres();
    }

    /** Its connections commit only while this process holds the ledger. */
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        pool.close();
        lease.close();
    }
}
