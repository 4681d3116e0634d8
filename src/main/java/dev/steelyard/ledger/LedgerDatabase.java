package dev.steelyard.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.steelyard.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The ledger's database: an H2 file beside the output, or a PostgreSQL that was named. One process at a time: on H2 the
 * file's own lock is the lease, on PostgreSQL an advisory lock on a connection of its own (design.md 5, Nothing twice).
 */
public final class LedgerDatabase implements AutoCloseable {

    /** Any number that no other program on the database uses. */
    private static final long ADVISORY_LOCK = 0x737465656c79L;

    private static final int H2_IN_USE = 90020;

    private final HikariDataSource source;
    private final Connection lease;

    private LedgerDatabase(HikariDataSource source, Connection lease) {
        this.source = source;
        this.lease = lease;
    }

    /** The file of the embedded database. */
    public static Path file(Path folder) {
        return folder.resolve("steelyard.mv.db");
    }

    /**
     * Opens the ledger and brings its tables up to date.
     *
     * @param folder where the embedded database lies, unless a URL says otherwise
     * @throws LedgerInUse if another process has it
     */
    public static LedgerDatabase open(Path folder, Optional<String> url) throws IOException {
        PrivateFiles.folder(folder);
        if (url.isEmpty() && !Files.exists(file(folder))) {
            PrivateFiles.create(file(folder)).close();
        }
        HikariConfig config = new HikariConfig();
        // Committed means on the disk: without WRITE_DELAY=0 H2 loses what it committed when it is killed. Its trace
        // file
        // would be readable by all.
        config.setJdbcUrl(url.orElseGet(() -> "jdbc:h2:file:"
                + folder.toAbsolutePath().resolve("steelyard") + ";WRITE_DELAY=0" + ";TRACE_LEVEL_FILE=0"));
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(5_000);
        Connection lease = lease(config.getJdbcUrl());
        HikariDataSource source = null;
        try {
            source = new HikariDataSource(config);
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .javaMigrations(new V1__batch_tables())
                    .load()
                    .migrate();
            return new LedgerDatabase(source, lease);
        } catch (RuntimeException e) {
            if (source != null) {
                source.close();
            }
            close(lease);
            throw e;
        }
    }

    /**
     * A connection that stays open as long as the ledger is held. H2 locks its file while there is one; PostgreSQL is asked
     * for the advisory lock on it.
     */
    private static Connection lease(String url) {
        Connection connection = null;
        try {
            connection = DriverManager.getConnection(url);
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") && !isLocked(connection)) {
                close(connection);
                throw new LedgerInUse(null);
            }
            return connection;
        } catch (SQLException e) {
            if (connection != null) {
                close(connection);
            }
            if (e.getErrorCode() == H2_IN_USE) {
                throw new LedgerInUse(e);
            }
            throw new LedgerFailed("the ledger cannot be opened", e);
        }
    }

    private static boolean isLocked(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, ADVISORY_LOCK);
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // The lock goes with the process in any case.
        }
    }

    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
        close(lease);
    }
}
