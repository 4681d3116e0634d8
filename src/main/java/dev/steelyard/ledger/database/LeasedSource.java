package dev.steelyard.ledger.database;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A data source whose connections ask the lease before they commit. A database that could not be reached is away from then on: whoever
 * asks again is told so at once, and does not wait once more.
 */
final class LeasedSource implements DataSource {

    private final DataSource source;
    private final Lease lease;
    private volatile SQLException away;

    LeasedSource(DataSource source, Lease lease) {
        this.source = source;
        this.lease = lease;
    }

    /** What connects. */
    @FunctionalInterface
    private interface Connecting {
        Connection connect() throws SQLException;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connected(source::getConnection);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return connected(() -> source.getConnection(user, password));
    }

    private Connection connected(Connecting connecting) throws SQLException {
        if (away != null) {
            throw new SQLTransientConnectionException("the ledger is away", away.getSQLState(), away);
        }
        try {
            return guarded(connecting.connect());
        } catch (SQLTransientConnectionException e) {
            // A pool that has none left says so without a cause.
            if (e.getCause() != null) {
                away = e;
            }
            throw e;
        }
    }

    private Connection guarded(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                LeasedSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        lease.check(connection);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
