package dev.steelyard.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.steelyard.ledger.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The ledger's database: an H2 file beside the output, or a PostgreSQL that was named. One process at a time: on H2 the
 * file's own lock is the lease, on PostgreSQL an advisory lock on a connection of its own (design.md 5, Nothing twice).
 */
public final class LedgerDatabase implements AutoCloseable {

    private static final String NOT_UP_TO_DATE = "the ledger's tables cannot be brought up to date";

    /** Kept, for a logger that nobody holds forgets its level. */
    private static final Logger DRIVER_TALK = Logger.getLogger("org.postgresql");

    private final HikariDataSource pool;
    private final Lease lease;
    private final DataSource source;

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
        return orClosed(url, () -> {
            migrate(pool);
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
        return config;
    }

    static Flyway migrations(DataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .javaMigrations(new V1__batch_tables())
                .load();
    }

    private static void migrate(DataSource source) throws SQLException {
        migrations(source).migrate();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            AppendOnly.guard(connection);
            connection.commit();
        }
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
