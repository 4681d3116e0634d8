package dev.steelyard.ledger.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Connections to the ledger's PostgreSQL beside the lease, for what several machines share while none of them works: the
 * triggers of schedulers, the pieces of a run that workers take. The ledger's own tables are only read by it.
 */
public final class SharedDatabase implements AutoCloseable {

    /** Asks which session holds the ledger, in any connection: its process in the server. */
    public static final String HOLDER = "select l.pid from pg_locks l where " + PostgresLease.held("l");

    private static final int CONNECTIONS = 4;

    private final HikariDataSource pool;

    private SharedDatabase(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Of a ledger whose tables are up to date.
     *
     * @param verb what the server calls its sessions
     * @param silence how long the server may not answer before a connection counts as lost
     * @return empty where the ledger is embedded: nobody shares it
     */
    public static Optional<SharedDatabase> of(Optional<String> address, String verb, Duration silence) {
        return address.map(DatabaseUrl::new).filter(DatabaseUrl::isPostgres).map(url -> {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url.forDriver());
            config.addDataSourceProperty("ApplicationName", "steelyard " + verb);
            config.setMaximumPoolSize(CONNECTIONS);
            config.setMinimumIdle(0);
            config.setInitializationFailTimeout(-1);
            config.setConnectionTimeout(5_000);
            Silence.limit(config, url, silence);
            return new SharedDatabase(new HikariDataSource(config));
        });
    }

    public DataSource source() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
