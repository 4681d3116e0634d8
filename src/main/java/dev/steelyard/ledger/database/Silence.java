package dev.steelyard.ledger.database;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * How long either end of a connection to a PostgreSQL hears nothing of the other before it takes it for gone: without a limit a machine
 * whose cable was pulled waits for ever, and the server keeps what it held for two hours.
 */
final class Silence {

    /** No statement of an engine takes longer, those that bring a great ledger's tables up to date neither. */
    static final Duration OF_A_LEDGER = Duration.ofMinutes(10);

    /** The server notices within a minute that a machine is gone, whether or not an answer was on its way to it. */
    static final String OF_THE_SERVER =
            "set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3; set tcp_user_timeout = 60000";

    /** A server that takes a connection and does not go on with it is away, in whole seconds. */
    private static final String OF_A_LOGIN = "10";

    private Silence() {}

    /** A connection beside a pool. */
    static Connection connect(DatabaseUrl url) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("loginTimeout", OF_A_LOGIN);
        return DriverManager.getConnection(url.forDriver(), properties);
    }

    /** Limits it for the connections of a pool; an address that names a limit of its own keeps it. */
    static void limit(HikariConfig config, DatabaseUrl url, Duration longest) {
        if (url.isPostgres()) {
            config.addDataSourceProperty("tcpKeepAlive", "true");
            // In whole seconds, of which 0 would be for ever.
            config.addDataSourceProperty("socketTimeout", Long.toString(longest.toSeconds() + 1));
            config.setConnectionInitSql(OF_THE_SERVER);
        }
    }
}
