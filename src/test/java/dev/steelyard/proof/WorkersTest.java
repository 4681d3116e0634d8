package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.cli.CommandRunner;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.proof.Launch.Death;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several machines come to the bytes of one, whoever of them dies, sleeps, is cut off, comes late or is another version (architecture.md
 * 5): real processes on a real PostgreSQL.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals")
class WorkersTest {

    @TempDir
    static Path folder;

    private static final RandomCompany RANDOM = RandomCompany.of(16);

    private static Launch alone;
    private static Map<String, String> expected;

    @BeforeAll
    static void runAlone() throws IOException {
        assumeTrue(TestDatabase.all().anyMatch(TestDatabase.POSTGRES::equals));
        Bench bench = new Bench(folder);
        Path inputs = bench.exports(RANDOM.company(), Rendering.PLAIN);
        // A row twice in different slices, so that slices are measured again.
        Files.writeString(inputs.resolve("orders-again.csv"), Files.readString(inputs.resolve("orders.csv")) + "\n");
        alone = new Launch(inputs, bench.newFolder(), RANDOM.period(), RANDOM.asOf(), false, 1, TestDatabase.H2);
        alone.run();
        expected = alone.published("r1").everything();
    }

    private static Launch fresh() throws IOException {
        Launch launch = alone.to(new Bench(folder).newFolder()).on(TestDatabase.POSTGRES);
        launch.open().close();
        return launch;
    }

    /** What is done while the run is at its first slice. */
    @FunctionalInterface
    private interface Meanwhile {
        void work() throws IOException, InterruptedException, SQLException;
    }

    /** Runs here; at the first block of rows that it measures it waits until something else is done. */
    private static void run(Launch launch, Meanwhile meanwhile) throws IOException {
        launch.run(new Progress() {
            private boolean isMeasuring;
            private boolean isDone;

            @Override
            public synchronized void begin(Phase phase, long bytes) {
                isMeasuring = phase == Phase.MEASURE;
            }

            @Override
            public synchronized void read(long rows, long bytes) {
                if (isMeasuring && !isDone) {
                    isDone = true;
                    try {
                        meanwhile.work();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (InterruptedException | SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        });
    }

    private static void endsAsIfAlone(Launch launch) throws IOException {
        assertThat(launch.published("r1").everything()).isEqualTo(expected);
        assertThat(names(launch.editions())).containsExactly("latest", "r1");
        assertThat(names(launch.output().resolve("ledger").resolve("work"))).isEmpty();
        try (LedgerDatabase ledger = launch.open()) {
            assertThat(new Ledger(ledger.source()).revisions()).singleElement().matches(Publication::published);
        }
        assertThat(count(launch, "work_offer")).isZero();
        assertThat(count(launch, "work_piece")).isZero();
    }

    private static List<String> names(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static int count(Launch launch, String table) {
        try (Connection connection = DriverManager.getConnection(TestDatabase.POSTGRES.jdbc(launch.output()));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoWorkersComeToTheBytesOfOneMachineWhateverTheirZone() throws Exception {
        Launch launch = fresh();
        try (WorkerLaunch one = WorkerLaunch.start(launch, true, WorkerLaunch.ENGINE);
                WorkerLaunch other = WorkerLaunch.start(
                        launch,
                        true,
                        WorkerLaunch.ENGINE,
                        "-Duser.timezone=America/St_Johns",
                        "-Duser.language=tr",
                        "-Duser.country=TR")) {
            Set<Integer> done = new HashSet<>();
            run(launch, () -> {
                int slice = one.await("takes");
                assertThat(slice).isNotEqualTo(other.await("takes"));
                assertThat(said(launch, "status"))
                        .contains("Workers\n", "here (process " + one.pid() + "): slice " + slice + " for ");
                assertThat(said(launch, "doctor")).contains("2 workers are there");
                one.goOn();
                other.goOn();
                for (int i = 0; i < 3; i++) {
                    assertThat(done.add(one.await("did"))).as("nothing twice").isTrue();
                    assertThat(done.add(other.await("did"))).as("nothing twice").isTrue();
                }
            });
            one.signal("TERM");
            other.signal("TERM");
            assertThat(one.rest()).noneMatch(line -> line.startsWith("late"));
            assertThat(one.waitFor()).isEqualTo(143);
        }
        endsAsIfAlone(launch);
        assertThat(count(launch, "work_worker")).as("those who left said so").isZero();
    }

    /** What a verb that looks says of a launch's ledger. */
    private static String said(Launch launch, String verb) {
        return new CommandRunner()
                .on(TestDatabase.POSTGRES, launch.output())
                .run(verb, "--lang", "en")
                .out();
    }

    @Test
    void aWorkerThatJoinsInTheMiddleTakesWhatIsLeft() throws Exception {
        Launch launch = fresh();
        WorkerLaunch[] late = new WorkerLaunch[1];
        try {
            run(launch, () -> {
                late[0] = WorkerLaunch.start(launch, false, WorkerLaunch.ENGINE);
                late[0].await("did");
            });
        } finally {
            late[0].close();
        }
        endsAsIfAlone(launch);
    }

    @Test
    void whatAKilledWorkerHadIsDoneByOthers() throws Exception {
        Launch launch = fresh();
        try (WorkerLaunch worker = WorkerLaunch.start(launch, true, WorkerLaunch.ENGINE)) {
            run(launch, () -> {
                worker.await("takes");
                worker.signal("KILL");
                worker.waitFor();
            });
        }
        endsAsIfAlone(launch);
    }

    @Test
    void aWorkerThatIsToldToStopGivesItsSliceBack() throws Exception {
        Launch launch = fresh();
        try (WorkerLaunch worker = WorkerLaunch.start(launch, true, WorkerLaunch.ENGINE)) {
            run(launch, () -> {
                worker.await("takes");
                worker.signal("TERM");
                worker.goOn();
                assertThat(worker.waitFor()).isEqualTo(143);
                assertThat(count(launch, "work_piece where state = 'TAKEN' and worker <> ''"))
                        .isZero();
            });
        }
        endsAsIfAlone(launch);
    }

    @Test
    void whoWasFrozenForTooLongAndWakesWritesNothingThatCounts() throws Exception {
        Launch launch = fresh();
        try (WorkerLaunch worker = WorkerLaunch.start(launch, true, WorkerLaunch.ENGINE)) {
            int[] slice = new int[1];
            run(launch, () -> {
                slice[0] = worker.await("takes");
                worker.signal("STOP");
            });
            endsAsIfAlone(launch);
            worker.signal("CONT");
            worker.goOn();
            assertThat(worker.await("late")).isEqualTo(slice[0]);
        }
        endsAsIfAlone(launch);
    }

    /** Kills a run in its first slice, when the worker has taken one. */
    private static void kill(Launch launch, WorkerLaunch worker) throws IOException, InterruptedException {
        Process run = launch.start(Death.HOLDS, 3);
        assertThat(run.inputReader().readLine()).isEqualTo("holding");
        worker.await("takes");
        run.destroyForcibly();
        assertThat(run.waitFor()).isEqualTo(Launch.KILLED);
    }

    @Test
    void aRunThatIsKilledGoesOnAndSoDoItsWorkers() throws Exception {
        Launch launch = fresh();
        try (WorkerLaunch worker = WorkerLaunch.start(launch, true, WorkerLaunch.ENGINE)) {
            kill(launch, worker);
            isFree(launch);
            worker.goOn();
            // Nobody holds the ledger: there is nobody for whom it would count.
            worker.await("late");
            run(launch, () -> worker.await("did"));
        }
        endsAsIfAlone(launch);
    }

    /** The server has noticed that who held the ledger is gone. */
    private static void isFree(Launch launch) throws IOException {
        launch.open().close();
    }

    @Test
    void whereAllAreKilledTheNextStartGoesOnAlone() throws Exception {
        Launch launch = fresh();
        try (WorkerLaunch worker = WorkerLaunch.start(launch, true, WorkerLaunch.ENGINE)) {
            kill(launch, worker);
            worker.signal("KILL");
            worker.waitFor();
        }
        launch.run();
        endsAsIfAlone(launch);
    }

    @Test
    void whoLosesTheDatabaseInTheMiddleComesBack() throws Exception {
        Launch launch = fresh();
        try (WorkerLaunch worker = WorkerLaunch.start(launch, true, WorkerLaunch.ENGINE)) {
            run(launch, () -> {
                worker.await("takes");
                try (Connection other = DriverManager.getConnection(TestDatabase.POSTGRES.jdbc(launch.output()));
                        Statement statement = other.createStatement()) {
                    statement.execute(
                            """
                            select pg_terminate_backend(pid) from pg_stat_activity
                            where datname = current_database() and application_name = 'steelyard worker'
                            """);
                }
                worker.goOn();
                worker.await("did");
            });
        }
        endsAsIfAlone(launch);
    }

    @Test
    void anotherEngineTakesNothing() throws Exception {
        Launch launch = fresh();
        try (WorkerLaunch worker = WorkerLaunch.start(launch, false, "another")) {
            run(launch, () -> {
                worker.await("refuses engine"::equals);
                assertThat(said(launch, "status")).contains("takes nothing, it is of another version");
                assertThat(said(launch, "doctor")).contains("is of engine another and takes nothing");
            });
            worker.signal("TERM");
            assertThat(worker.rest()).noneMatch(line -> line.startsWith("takes"));
        }
        endsAsIfAlone(launch);
    }

    @Test
    void aFolderThatIsNotTheRunsIsRefused() throws Exception {
        Launch launch = fresh();
        Launch elsewhere = launch.to(new Bench(folder).newFolder());
        try (WorkerLaunch worker = WorkerLaunch.startOn(elsewhere.output(), launch)) {
            run(launch, () -> worker.await("refuses folder"::equals));
        }
        endsAsIfAlone(launch);
    }
}
