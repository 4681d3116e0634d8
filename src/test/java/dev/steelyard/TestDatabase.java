package dev.steelyard;

import dev.steelyard.ledger.database.LedgerDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a ledger is tested on: the embedded H2 always, a real PostgreSQL with the Maven profile {@code postgres}. A source of
 * parameters: {@code @MethodSource("dev.steelyard.TestDatabase#all")}.
 */
public enum TestDatabase {
    H2 {
        @Override
        public Optional<String> url(Path output) {
            return Optional.empty();
        }
    },

    POSTGRES {
        @Override
        public Optional<String> url(Path output) {
            return Optional.of(Server.RUNNING.database(output, Server.LEDGER));
        }

        @Override
        public String empty(Path output) {
            return Server.RUNNING.database(output, Server.NOTHING);
        }
    };

    /** The databases that this build tests on. */
    public static Stream<TestDatabase> all() {
        return Boolean.getBoolean("test.postgres") ? Stream.of(H2, POSTGRES) : Stream.of(H2);
    }

    /** The {@code --db} of the outputs' own ledger, the same each time; empty for the embedded one. */
    public abstract Optional<String> url(Path output);

    /** The same as {@link #jdbc}, of outputs that nobody asked for before: there is nothing in it, not even tables. */
    public String empty(Path output) {
        return jdbc(output);
    }

    /** How to look at the outputs' ledger from outside, as somebody with any SQL client. */
    public String jdbc(Path output) {
        return url(output)
                .orElseGet(() -> "jdbc:h2:file:"
                        + output.resolve("ledger").resolve("steelyard").toAbsolutePath()
                        // Else a trace stays behind that all can read.
                        + ";TRACE_LEVEL_FILE=0");
    }

    /**
     * One server for a process of the build, and one ledger that was brought up to date, of which all others are copies. It sorts and
     * counts hours as nobody's tests would on their own.
     */
    private static final class Server {
        private static final String LEDGER = "ledger";
        private static final String NOTHING = "template0";
        private static final Server RUNNING = new Server();

        private final EmbeddedPostgres postgres;

        private Server() {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("timezone", "Pacific/Kiritimati")
                        // No test takes the machine's power away.
                        .setServerConfig("fsync", "off")
                        .start();
                create(LEDGER, NOTHING);
                Path nowhere = Files.createTempDirectory("ledger");
                LedgerDatabase.open(nowhere, Optional.of(postgres.getJdbcUrl("postgres", LEDGER)))
                        .close();
                Files.delete(nowhere);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private synchronized String database(Path output, String template) {
            String name = "t"
                    + UUID.nameUUIDFromBytes(output.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8))
                            .toString()
                            .replace("-", "");
            create(name, template);
            return postgres.getJdbcUrl("postgres", name);
        }

        private void create(String name, String template) {
            try (Connection connection = DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
                    Statement statement = connection.createStatement()) {
                if (!isThere(statement, name)) {
                    statement.execute(
                            "create database %s template %s encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'zh-Hans-CN'"
                                    .formatted(name, template));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static boolean isThere(Statement statement, String name) throws SQLException {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                return found.next();
            }
        }
    }
}
