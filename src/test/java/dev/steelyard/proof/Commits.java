package dev.steelyard.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

/**
 * The real drivers, whose connections count the commits of this process that change something and let something happen at one of them. What each commit was of is
 * remembered.
 */
final class Commits {

    /** What happens. */
    enum Event {
        NOTHING,
        /** The process ends before the commit. */
        KILLED_BEFORE,
        /** The process ends after it. */
        KILLED_AFTER,
        /** The connection is gone before the commit: it did not happen. Others, and later ones, are well. */
        CUT_BEFORE,
        /** The connection is gone after the commit: it happened, and nobody hears of it. */
        CUT_AFTER,
        /** The database is away from then on. */
        AWAY
    }

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final List<String> TALLY = Collections.synchronizedList(new ArrayList<>());
    private static volatile Event event = Event.NOTHING;
    private static volatile int at;

    private Commits() {}

    /** From now on the at-th commit is the event's; counting begins anew. */
    static void expect(Event what, int number) throws SQLException {
        install();
        event = what;
        at = number;
        COUNT.set(0);
        TALLY.clear();
    }

    /** What each commit was of since it was counted anew: the beginnings of the statements that change something. */
    static List<String> tally() {
        return List.copyOf(TALLY);
    }

    private static synchronized void install() throws SQLException {
        for (Driver driver : DriverManager.drivers().toList()) {
            if (!(driver instanceof Counting)) {
                DriverManager.registerDriver(new Counting(driver));
                DriverManager.deregisterDriver(driver);
            }
        }
    }

    private static boolean isAway() {
        return event == Event.AWAY && COUNT.get() >= at;
    }

    private static SQLException cut() {
        return new SQLNonTransientConnectionException("the connection was cut", "08006");
    }

    private static void commit(Connection real, String of) throws SQLException {
        if (of.isEmpty()) {
            // Of what was only read.
            real.commit();
            return;
        }
        int number = COUNT.incrementAndGet();
        TALLY.add(of);
        if (isAway()) {
            real.close();
            throw cut();
        }
        if (number != at) {
            real.commit();
            return;
        }
        if (event == Event.KILLED_BEFORE) {
            Runtime.getRuntime().halt(Launch.KILLED);
        }
        if (event != Event.CUT_BEFORE) {
            real.commit();
        }
        if (event == Event.KILLED_AFTER) {
            Runtime.getRuntime().halt(Launch.KILLED);
        }
        if (event != Event.NOTHING) {
            real.close();
            throw cut();
        }
    }

    private static Connection counted(Connection real) {
        List<String> statements = Collections.synchronizedList(new ArrayList<>());
        return (Connection) Proxy.newProxyInstance(
                Commits.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, args) -> {
                    if (method.getName().equals("commit")) {
                        List<String> of = List.copyOf(statements);
                        statements.clear();
                        commit(real, String.join("; ", of));
                        return null;
                    }
                    if (method.getName().equals("prepareStatement")
                            && !args[0].toString()
                                    .strip()
                                    .toUpperCase(Locale.ROOT)
                                    .startsWith("SELECT")) {
                        statements.add(args[0].toString()
                                .strip()
                                .replaceFirst("(?s)^(\\w+\\s+(?:INTO\\s+|FROM\\s+)?\\w+).*", "$1")
                                .toLowerCase(Locale.ROOT));
                    }
                    try {
                        return method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private record Counting(Driver driver) implements Driver {

        @Override
        public Connection connect(String url, Properties info) throws SQLException {
            if (isAway()) {
                throw cut();
            }
            Connection real = driver.connect(url, info);
            return real == null ? null : counted(real);
        }

        @Override
        public boolean acceptsURL(String url) throws SQLException {
            return driver.acceptsURL(url);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
            return driver.getPropertyInfo(url, info);
        }

        @Override
        public int getMajorVersion() {
            return driver.getMajorVersion();
        }

        @Override
        public int getMinorVersion() {
            return driver.getMinorVersion();
        }

        @Override
        public boolean jdbcCompliant() {
            return driver.jdbcCompliant();
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            return driver.getParentLogger();
        }
    }
}
