package dev.steelyard.app.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** The connections on which the library keeps triggers; whoever made them closes them. */
record SharedConnections(DataSource source) implements ConnectionProvider {

    /** Lets the library find them by the name that is returned. */
    static String offer(DataSource source) {
        String name = "shared-" + UUID.randomUUID();
        DBConnectionManager.getInstance().addConnectionProvider(name, new SharedConnections(source));
        return name;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void initialize() {}

    @Override
    public void shutdown() {}
}
