package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.steelyard.TestDatabase;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What one machine makes of a company's month, and outputs on a PostgreSQL that are to come to the same. */
final class WorkersBench {

    private static final RandomCompany RANDOM = RandomCompany.of(16);

    private final Path folder;
    private final Launch alone;
    private final Map<String, String> expected;

    private WorkersBench(Path folder, Launch alone, Map<String, String> expected) {
        this.folder = folder;
        this.alone = alone;
        this.expected = expected;
    }

    /** Runs alone, on an embedded ledger; only where there is a PostgreSQL to compare with. */
    static WorkersBench of(Path folder) throws IOException {
        assumeTrue(TestDatabase.all().anyMatch(TestDatabase.POSTGRES::equals));
        Bench bench = new Bench(folder);
        Path inputs = bench.exports(RANDOM.company(), Rendering.PLAIN);
        // A row twice in different slices, so that slices are measured again.
        Files.writeString(inputs.resolve("orders-again.csv"), Files.readString(inputs.resolve("orders.csv")) + "\n");
        Launch alone = new Launch(inputs, bench.newFolder(), RANDOM.period(), RANDOM.asOf(), false, 1, TestDatabase.H2);
        alone.run();
        return new WorkersBench(folder, alone, alone.published("r1").everything());
    }

    Path newFolder() throws IOException {
        return new Bench(folder).newFolder();
    }

    /** Outputs of their own with a ledger of their own. */
    Launch fresh() throws IOException {
        Launch launch = alone.to(newFolder()).on(TestDatabase.POSTGRES);
        launch.open().close();
        return launch;
    }

    void endsAsIfAlone(Launch launch) throws IOException {
        assertThat(launch.published("r1").everything()).isEqualTo(expected);
        assertThat(names(launch.editions())).containsExactly("latest", "r1");
        assertThat(names(launch.output().resolve("ledger").resolve("work"))).isEmpty();
        try (LedgerDatabase ledger = launch.open()) {
            assertThat(new Ledger(ledger.source()).revisions()).singleElement().matches(Publication::published);
        }
        assertThat(count(launch, "work_offer")).isZero();
        assertThat(count(launch, "work_piece")).isZero();
    }

    static List<String> names(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    static int count(Launch launch, String table) {
        try (Connection connection = connection(launch);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the sessions of a verb. */
    static void cut(Launch launch, String application) throws SQLException {
        execute(
                launch,
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and application_name like '%s'
                """
                        .formatted(application));
    }

    static void execute(Launch launch, String statement) throws SQLException {
        try (Connection other = connection(launch);
                Statement one = other.createStatement()) {
            one.execute(statement);
        }
    }

    private static Connection connection(Launch launch) throws SQLException {
        return DriverManager.getConnection(TestDatabase.POSTGRES.jdbc(launch.output()));
    }
}
