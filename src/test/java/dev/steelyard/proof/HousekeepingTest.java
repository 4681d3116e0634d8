package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.closing.Closing;
import dev.steelyard.app.publication.Housekeeping;
import dev.steelyard.app.publication.Housekeeping.Dropped;
import dev.steelyard.app.publication.Housekeeping.Retention;
import dev.steelyard.ledger.database.LedgerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing grows for ever, and nothing goes that explain, verify or close still need. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.steelyard.TestDatabase#all")
class HousekeepingTest {

    private static final Path COMPANY = Path.of("src/test/resources/cli/company");

    /** Long after the period. */
    private static final OffsetDateTime LATER = OffsetDateTime.parse("2028-01-10T09:00:00+08:00");

    @Parameter
    TestDatabase database;

    @TempDir
    Path folder;

    private CloseLaunch september;
    private Path store;

    @BeforeEach
    void runSeptember() throws IOException {
        Path output = Files.createTempDirectory(folder, "output");
        september = new CloseLaunch(COMPANY, output, "2026-09", LocalDate.parse("2026-10-12"), database);
        september.run();
        store = output.resolve("ledger").resolve("store");
        Files.write(store.resolve("0".repeat(64)), new byte[] {1});
    }

    private List<String> contents() throws IOException {
        try (Stream<Path> all = Files.list(store)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Dropped keep(Map<String, Retention> jobs, OffsetDateTime now) throws IOException {
        try (Stream<Path> all = Files.list(store)) {
            for (Path file : all.toList()) {
                // As old as they are by then.
                Files.setLastModifiedTime(file, FileTime.from(now.toInstant().minus(Duration.ofDays(40))));
            }
        }
        try (LedgerDatabase ledger = september.open()) {
            return new Housekeeping(september.output(), ledger.source(), jobs, now).run();
        }
    }

    @Test
    void whatAnOpenPeriodNamesIsKeptAndWhatNobodyNamesIsNot() throws IOException {
        List<String> before = contents();
        Dropped dropped = keep(Map.of("month-end", new Retention(12, 24, true)), LATER);
        assertThat(dropped.contents()).isEqualTo(1);
        assertThat(before).hasSize(contents().size() + 1).contains("0".repeat(64));
        // It can still be calculated again, and closed.
        assertThat(september.close()).isInstanceOf(Closing.Result.Closed.class);
    }

    @Test
    void whatAClosedPeriodNamesGoesWithItsRetention() throws IOException {
        september.close();
        assertThat(keep(Map.of("month-end", new Retention(36, 24, true)), LATER).contents())
                .isEqualTo(1);
        assertThat(keep(Map.of(), LATER).contents())
                .as("of a job that nobody knows")
                .isZero();
        assertThat(keep(Map.of("month-end", new Retention(12, 24, true)), LATER).contents())
                .isPositive();
        assertThat(contents()).isEmpty();
        assertThat(september.published("closed-r1").everything()).isNotEmpty();
    }

    /** A killed run may still be gone on with. */
    @Test
    void whatIsNewIsKept() throws IOException {
        try (LedgerDatabase ledger = september.open()) {
            Dropped dropped =
                    new Housekeeping(september.output(), ledger.source(), Map.of(), OffsetDateTime.now()).run();
            assertThat(dropped.contents()).isZero();
        }
    }

    /** Which attempts at the period are remembered says nothing of how the newest one stands. */
    @Test
    void aStoppedRunIsGoneOnWithWhenItsPredecessorsAreForgotten() throws Exception {
        CloseLaunch stopped = stopped();
        keep(Map.of("month-end", new Retention(12, 1, true)), OffsetDateTime.now());
        assertThat(count("batch_job_instance")).isEqualTo(1);
        stopped.run();
        assertThat(count("batch_job_instance")).isEqualTo(1);
        assertThat(count("batch_job_execution")).isEqualTo(2);
    }

    /** After a month its slices are dropped, and the framework still says that they were measured. */
    @Test
    void aStoppedRunThatLayTooLongIsBegunAnew() throws Exception {
        CloseLaunch stopped = stopped();
        keep(Map.of(), LATER);
        stopped.run();
        assertThat(stopped.published("r2").folder()).isDirectory();
    }

    private CloseLaunch stopped() throws IOException {
        Path corrected = Files.createTempDirectory(folder, "corrected");
        try (Stream<Path> exports = Files.list(COMPANY)) {
            for (Path export : exports.toList()) {
                Files.writeString(
                        corrected.resolve(export.getFileName()),
                        Files.readString(export).replace("12000.00", "12500.00"));
            }
        }
        CloseLaunch launch = new CloseLaunch(corrected, september.output(), "2026-09", september.asOf(), database);
        assertThatThrownBy(() -> launch.run(new StopBeforePublishing())).isInstanceOf(CancellationException.class);
        return launch;
    }

    @Test
    void theFrameworkRemembersTheNewestRuns() throws Exception {
        for (int day = 13; day < 16; day++) {
            new CloseLaunch(COMPANY, september.output(), "2026-09", LocalDate.of(2026, 10, day), database).run();
        }
        assertThat(count("batch_job_instance")).isEqualTo(4);
        assertThat(keep(Map.of("month-end", new Retention(12, 2, true)), LATER).runs())
                .isEqualTo(2);
        assertThat(count("batch_job_instance")).isEqualTo(2);
        assertThat(count("batch_job_execution")).isEqualTo(2);
        assertThat(count("batch_step_execution_context")).isEqualTo(count("batch_step_execution"));
        // The numbers of attempts that are gone are free, and the next run is none the worse.
        new CloseLaunch(COMPANY, september.output(), "2026-09", LocalDate.of(2026, 10, 16), database).run();
        assertThat(count("batch_job_instance")).isEqualTo(3);
    }

    private long count(String table) throws Exception {
        try (LedgerDatabase ledger = september.open();
                Connection connection = ledger.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Somebody who stops the run when all is staged. */
    private static final class StopBeforePublishing implements Progress {
        private boolean stop;

        @Override
        public synchronized void begin(Phase phase, long bytes) {
            stop |= phase == Phase.RECONCILE;
        }

        @Override
        public void read(long rows, long bytes) {}

        @Override
        public synchronized boolean isToStop() {
            return stop;
        }
    }
}
