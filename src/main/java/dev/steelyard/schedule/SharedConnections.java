package dev.steelyard.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** The connections on which the library keeps triggers; whoever made them closes them. */
record SharedConnections(DataSource source) implements ConnectionProvider {

    static final String NAME = "shared";

    /** Lets the library find them. */
    static void offer(DataSource source) {
        DBConnectionManager.getInstance().addConnectionProvider(NAME, new SharedConnections(source));
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
