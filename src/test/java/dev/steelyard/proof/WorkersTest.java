package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.batch.Outcome;
import dev.steelyard.app.calculation.KeptCells;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.Progress.Phase;
import dev.steelyard.app.cli.CommandRunner;
import dev.steelyard.app.cli.Steelyard;
import dev.steelyard.app.worker.WorkTally;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.proof.Launch.Death;
import java.io.BufferedReader;
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
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Several machines come to the bytes of one, whoever of them dies, sleeps, is cut off, comes late or is another version (architecture.md
 * 5): real processes on a real PostgreSQL.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals")
class WorkersTest {

    @TempDir
    static Path folder;

    private static WorkersBench bench;

    @BeforeAll
    static void runAlone() throws IOException {
        bench = WorkersBench.of(folder);
    }

    private static Launch fresh() throws IOException {
        return bench.fresh();
    }

    private static void endsAsIfAlone(Launch launch) throws IOException {
        bench.endsAsIfAlone(launch);
    }

    /** What is done while the run is at its first slice. */
    @FunctionalInterface
    private interface Meanwhile {
        void work() throws IOException, InterruptedException, SQLException;
    }

    /** Runs here; at the first block of rows that it measures it waits until something else is done. */
    private static List<WorkTally.Worker> run(Launch launch, Meanwhile meanwhile) throws IOException {
        return run(launch, Phase.MEASURE, meanwhile);
    }

    /**
     * Runs here; at the first block of rows, or the first bundle, of a phase it waits until something else is done.
     *
     * @return what the workers did for it
     */
    private static List<WorkTally.Worker> run(Launch launch, Phase when, Meanwhile meanwhile) throws IOException {
        Outcome outcome = launch.run(new Progress() {
            private Phase phase;
            private boolean isDone;

            @Override
            public synchronized void begin(Phase next, long bytes) {
                if (next == Phase.REPORT && phase == Phase.REPORT) {
                    meet();
                }
                phase = next;
            }

            @Override
            public synchronized void read(long rows, long bytes) {
                meet();
            }

            private void meet() {
                if (phase == when && !isDone) {
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
        return ((Outcome.Published) outcome).workers();
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
                // Step by step: free, one of them may do all there is.
                for (int i = 0; i < 3; i++) {
                    one.step();
                    other.step();
                    assertThat(done.add(one.await("did"))).as("nothing twice").isTrue();
                    assertThat(done.add(other.await("did"))).as("nothing twice").isTrue();
                }
                one.goOn();
                other.goOn();
            });
            one.signal("TERM");
            other.signal("TERM");
            assertThat(one.rest()).noneMatch(line -> line.startsWith("late"));
            assertThat(one.waitFor()).isEqualTo(143);
        }
        endsAsIfAlone(launch);
        assertThat(WorkersBench.count(launch, "work_worker"))
                .as("those who left said so")
                .isZero();
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
                assertThat(WorkersBench.count(launch, "work_piece where state = 'TAKEN' and worker <> ''"))
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
        isFree(launch);
        assertThat(WorkersBench.count(launch, "work_offer")).isOne();
        // Nobody takes it for a living worker any more, so that nothing is offered.
        WorkersBench.execute(launch, "update work_worker set seen = seen - interval '1 hour'");
        launch.run();
        endsAsIfAlone(launch);
    }

    @Test
    void whoLosesTheDatabaseInTheMiddleComesBack() throws Exception {
        Launch launch = fresh();
        try (WorkerLaunch worker = WorkerLaunch.start(launch, true, WorkerLaunch.ENGINE)) {
            run(launch, () -> {
                worker.await("takes");
                WorkersBench.cut(launch, "steelyard worker");
                worker.goOn();
                worker.await("did");
            });
        }
        endsAsIfAlone(launch);
    }

    @Test
    void whoIsCutOffWithoutAWordComesBack() throws Exception {
        Launch launch = fresh();
        try (Relay relay = Relay.to(launch.database().url(launch.output()).orElseThrow());
                WorkerLaunch worker = WorkerLaunch.startThrough(relay, launch)) {
            int[] slice = new int[1];
            run(launch, () -> {
                slice[0] = worker.await("takes");
                relay.cut();
                worker.goOn();
            });
            endsAsIfAlone(launch);
            relay.mend();
            CompletableFuture<Integer> late = CompletableFuture.supplyAsync(() -> {
                try {
                    return worker.await("late");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(late).as("it asks again on a connection that lives").succeedsWithin(Duration.ofMinutes(1));
            assertThat(late.join()).isEqualTo(slice[0]);
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
        Launch elsewhere = launch.to(bench.newFolder());
        try (WorkerLaunch worker = WorkerLaunch.startOn(elsewhere.output(), launch)) {
            run(launch, () -> worker.await("refuses folder"::equals));
        }
        endsAsIfAlone(launch);
    }

    @Test
    void slicesWithRowsThatDoNotCountAreMeasuredAgainByWorkersToo() throws Exception {
        Launch launch = fresh();
        try (WorkerLaunch worker = WorkerLaunch.start(launch, false, WorkerLaunch.ENGINE)) {
            run(launch, Phase.SETTLE, () -> {
                worker.await("helps AGAIN"::equals);
                worker.await("did");
            });
        }
        endsAsIfAlone(launch);
    }

    @Test
    void bundlesOfFilesAreWrittenByWorkersToo() throws Exception {
        Launch launch = fresh();
        try (WorkerLaunch one = WorkerLaunch.start(launch, false, WorkerLaunch.ENGINE);
                WorkerLaunch other = WorkerLaunch.start(
                        launch,
                        false,
                        WorkerLaunch.ENGINE,
                        "-Duser.timezone=America/St_Johns",
                        "-Duser.language=tr",
                        "-Duser.country=TR")) {
            Set<Integer> done = new HashSet<>();
            run(launch, Phase.REPORT, () -> {
                one.await("helps BUNDLES"::equals);
                assertThat(done.add(one.await("did"))).as("nothing twice").isTrue();
                other.await("helps BUNDLES"::equals);
                assertThat(done.add(other.await("did"))).as("nothing twice").isTrue();
                assertThat(WorkersBench.names(bundles(launch))).hasSizeGreaterThanOrEqualTo(2);
                assertThat(said(launch, "status")).contains("bundles of files: ");
            });
        }
        endsAsIfAlone(launch);
        assertThat(WorkersBench.names(bundles(launch))).isEmpty();
    }

    private static Path bundles(Launch launch) {
        return KeptCells.folder(launch.output()).resolve("bundles");
    }

    @Test
    void bundlesOfWhoIsKilledOrFrozenAreWrittenByOthers() throws Exception {
        Launch launch = fresh();
        try (WorkerLaunch killed = WorkerLaunch.start(launch, false, WorkerLaunch.ENGINE);
                WorkerLaunch frozen = WorkerLaunch.start(launch, false, WorkerLaunch.ENGINE)) {
            int[] bundle = new int[1];
            run(launch, Phase.REPORT, () -> {
                killed.await("helps BUNDLES"::equals);
                killed.signal("KILL");
                frozen.await("helps BUNDLES"::equals);
                bundle[0] = frozen.await("takes");
                frozen.signal("STOP");
            });
            endsAsIfAlone(launch);
            frozen.signal("CONT");
        }
        endsAsIfAlone(launch);
    }

    @Test
    void whatAWorkerHangsOnTheRunDoesItself() throws Exception {
        Launch launch = fresh();
        try (WorkerLaunch worker = WorkerLaunch.start(launch, true, WorkerLaunch.ENGINE)) {
            int[] slice = new int[1];
            List<WorkTally.Worker> workers = run(launch, () -> slice[0] = worker.await("takes"));
            endsAsIfAlone(launch);
            assertThat(workers).singleElement().isEqualTo(new WorkTally.Worker("here " + worker.pid(), 0, 1, ""));
            worker.goOn();
            assertThat(worker.await("late")).isEqualTo(slice[0]);
        }
        endsAsIfAlone(launch);
    }

    /** Offers another recipe in the place of the run's own. */
    private static void offerInstead(Launch launch, UnaryOperator<String> change) throws IOException, SQLException {
        ContentStore store = new ContentStore(launch.output().resolve("ledger").resolve("store"));
        try (Connection connection = DriverManager.getConnection(TestDatabase.POSTGRES.jdbc(launch.output()));
                Statement statement = connection.createStatement()) {
            String recipe;
            try (ResultSet row = statement.executeQuery("select recipe from work_offer")) {
                assertThat(row.next()).isTrue();
                recipe = Files.readString(store.path(row.getString(1)));
            }
            byte[] other = change.apply(recipe).getBytes(StandardCharsets.UTF_8);
            assertThat(new String(other, StandardCharsets.UTF_8)).isNotEqualTo(recipe);
            statement.executeUpdate("update work_offer set recipe = '%s'"
                    .formatted(store.put(out -> out.write(other)).sha256()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Asked as of another day, people are others.
        "MEASURE, '\"grounds\":\\{\"[a-z_]+\":\"', $0f, otherwise",
        // A plan that is none.
        "MEASURE, '\"plan\":\"[0-9a-f]+\",\"exports\":\"([0-9a-f]+)', '\"plan\":\"$1\",\"exports\":\"$1', failed",
        // Pages that are to say something else.
        "REPORT, '\"ground\":\"', $0f, otherwise",
        "REPORT, '\"language\":\"zh', '\"language\":\"en', otherwise",
        "REPORT, '\"revision\":1', '\"revision\":2', otherwise"
    })
    void whoComesToAnotherRunTakesNothing(Phase when, String text, String other, String refusal) throws Exception {
        Launch launch = fresh();
        WorkerLaunch[] late = new WorkerLaunch[1];
        // Without somebody there nothing is offered.
        try (WorkerLaunch first = WorkerLaunch.start(launch, false, WorkerLaunch.ENGINE)) {
            List<WorkTally.Worker> workers = run(launch, when, () -> {
                first.await(("helps " + (when == Phase.REPORT ? "BUNDLES" : "SLICES"))::equals);
                offerInstead(launch, recipe -> recipe.replaceFirst(text, other));
                late[0] = WorkerLaunch.start(launch, false, WorkerLaunch.ENGINE);
                late[0].await(("refuses " + refusal)::equals);
                assertThat(said(launch, "status")).contains("takes nothing, ");
                assertThat(said(launch, "doctor")).contains("The worker here (process " + late[0].pid() + ")");
            });
            assertThat(workers)
                    .anyMatch(one -> one.name().equals("here " + late[0].pid())
                            && one.refusal().equals(refusal));
        } finally {
            if (late[0] != null) {
                late[0].close();
            }
        }
        endsAsIfAlone(launch);
    }

    /** The verb itself, as it is installed. */
    private static Process verb(Launch launch, String url) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Steelyard.class.getName(),
                        "worker",
                        "--lang",
                        "en",
                        "--threads",
                        "1",
                        "--output",
                        launch.output().toString(),
                        "--db",
                        url)
                .start();
    }

    @Test
    void theVerbWaitsForADatabaseThatIsNotThereYet() throws Exception {
        Launch launch = fresh();
        Process verb = null;
        try (Relay relay = Relay.to(launch.database().url(launch.output()).orElseThrow())) {
            relay.cut();
            verb = verb(launch, relay.url());
            BufferedReader err = verb.errorReader(StandardCharsets.UTF_8);
            assertThat(err.readLine()).startsWith("The database cannot be reached");
            relay.mend();
            assertThat(err.readLine()).startsWith("Waits for runs");
        } finally {
            if (verb != null) {
                verb.destroyForcibly();
            }
        }
    }

    @Test
    void theVerbGivesItsSliceBackWhenItIsToldToStop() throws Exception {
        Launch launch = fresh();
        Process[] verb = new Process[1];
        try {
            run(launch, () -> {
                verb[0] = verb(launch, launch.database().url(launch.output()).orElseThrow());
                BufferedReader err = verb[0].errorReader(StandardCharsets.UTF_8);
                String line = err.readLine();
                while (line != null && !line.endsWith(" done") && !line.startsWith("Takes nothing")) {
                    line = err.readLine();
                }
                assertThat(line).startsWith("month-end ").contains(": slice ");
                // The process itself would close what it says.
                verb[0].toHandle().destroy();
                err.lines().forEach(rest -> assertThat(rest).doesNotContain("too late"));
                assertThat(verb[0].waitFor()).isEqualTo(143);
                assertThat(WorkersBench.count(launch, "work_piece where state = 'TAKEN' and worker <> ''"))
                        .isZero();
                assertThat(WorkersBench.count(launch, "work_piece where state = 'OPEN'"))
                        .as("stopped in the middle")
                        .isPositive();
            });
        } finally {
            verb[0].destroyForcibly();
        }
        endsAsIfAlone(launch);
        assertThat(WorkersBench.count(launch, "work_worker")).isZero();
    }
}
