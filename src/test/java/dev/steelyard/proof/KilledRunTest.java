package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.batch.Outcome;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.ledger.store.SystemStart;
import dev.steelyard.proof.Launch.Death;
import dev.steelyard.proof.Launch.Occasions;
import dev.steelyard.sample.Company;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process that dies anywhere leaves nothing half: the next start goes on at once and ends with the bytes of a run that
 * nobody disturbed (architecture.md 5). {@code -Dproof.campaign=true} dies at every occasion there is.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.steelyard.TestDatabase#all")
class KilledRunTest {

    @Parameter
    TestDatabase database;

    @TempDir
    static Path folder;

    private static final RandomCompany RANDOM = RandomCompany.of(16);
    private static Launch undisturbed;
    private static Map<String, String> expected;
    private static Occasions occasions;

    /** Which of the databases is tried now, for what is chosen of the deaths. */
    private static TestDatabase tried;

    @BeforeParameterizedClassInvocation
    static void runUndisturbed(TestDatabase database) throws IOException {
        tried = database;
        if (undisturbed != null) {
            return;
        }
        Bench bench = new Bench(folder);
        Path inputs = bench.exports(RANDOM.company(), Rendering.PLAIN);
        // A row twice in different slices, so that slices are measured again.
        Files.writeString(inputs.resolve("orders-again.csv"), Files.readString(inputs.resolve("orders.csv")) + "\n");
        undisturbed = new Launch(inputs, bench.newFolder(), RANDOM.period(), RANDOM.asOf(), false, 1, TestDatabase.H2);
        occasions = undisturbed.count();
        expected = undisturbed.published("r1").everything();
    }

    static Stream<Arguments> deaths() {
        int last = occasions.renames();
        List<Arguments> deaths = new ArrayList<>();
        if (Boolean.getBoolean("proof.campaign")) {
            IntStream.rangeClosed(1, occasions.progress()).forEach(n -> deaths.add(Arguments.of(Death.AT_PROGRESS, n)));
            IntStream.rangeClosed(1, last).forEach(n -> {
                deaths.add(Arguments.of(Death.BEFORE_RENAME, n));
                deaths.add(Arguments.of(Death.AFTER_RENAME, n));
            });
            return deaths.stream();
        }
        // What only files know of need not be tried on each database:
        if (tried == TestDatabase.H2) {
            // while freezing, in the middle of measuring, between measuring and reports;
            deaths.add(Arguments.of(Death.BEFORE_RENAME, 5));
            deaths.add(Arguments.of(Death.AT_PROGRESS, occasions.progress() / 2));
            deaths.add(Arguments.of(Death.AFTER_RENAME, last / 2));
            // among the reports, when some are written.
            deaths.add(Arguments.of(Death.BEFORE_RENAME, last - 8));
        }
        // Recorded but not published, published but not the latest, nothing listed for the next, all done but not
        // marked.
        deaths.add(Arguments.of(Death.BEFORE_RENAME, last - 2));
        deaths.add(Arguments.of(Death.BEFORE_RENAME, last - 1));
        deaths.add(Arguments.of(Death.BEFORE_RENAME, last));
        deaths.add(Arguments.of(Death.AFTER_RENAME, last));
        return deaths.stream();
    }

    private Launch killed(Death death, int at) throws Exception {
        return killed(undisturbed, death, at);
    }

    private Launch killed(Launch like, Death death, int at) throws Exception {
        Launch launch = like.to(new Bench(folder).newFolder()).on(database);
        Process process = launch.start(death, at);
        process.getOutputStream().close();
        assertThat(process.waitFor()).as("exit of the process that dies").isEqualTo(Launch.KILLED);
        return launch;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("deaths")
    void theNextStartEndsWithTheSameBytes(Death death, int at) throws Exception {
        Launch launch = killed(death, at);
        launch.run();
        assertThat(launch.published("r1").everything()).isEqualTo(expected);
        isTidy(launch, "latest", "r1");
        assertThat(revisions(launch)).singleElement().satisfies(revision -> assertThat(revision.published())
                .isTrue());
    }

    static List<Integer> amongReports() {
        return Boolean.getBoolean("proof.campaign") ? List.of(-11, -6) : List.of(tried == TestDatabase.H2 ? -11 : -6);
    }

    /** Who writes a report, and beside which other, is chance. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("amongReports")
    void reportsOfSeveralThreadsEndWithTheSameBytesWhenGoneOnWith(int beforeTheLast) throws Exception {
        Launch launch = killed(undisturbed.with(3), Death.BEFORE_RENAME, occasions.renames() + beforeTheLast);
        launch.with(2).run();
        assertThat(launch.published("r1").everything()).isEqualTo(expected);
        isTidy(launch, "latest", "r1");
    }

    /** While freezing, between blocks, before what is published. Publishing itself is finished. */
    @ParameterizedTest(name = "{0} of 100")
    @ValueSource(ints = {0, 50, 90})
    void whoIsToldToStopDoesSoAndTheNextStartGoesOn(int percent) throws Exception {
        Launch launch = undisturbed.to(new Bench(folder).newFolder()).on(database);
        Stop stop = new Stop(Math.max(1, occasions.progress() * percent / 100));
        assertThatThrownBy(() -> launch.run(stop)).isInstanceOf(CancellationException.class);
        assertThat(names(launch.editions())).as("published").doesNotContain("r1", "latest");
        assertThat(revisions(launch)).isEmpty();
        Stop never = new Stop(Integer.MAX_VALUE);
        launch.run(never);
        assertThat(launch.published("r1").everything()).isEqualTo(expected);
        isTidy(launch, "latest", "r1");
        if (percent >= 50) {
            assertThat(never.calls()).as("what was finished is not done again").isLessThan(occasions.progress());
        }
    }

    /** Stops a run at the n-th call of its progress. */
    private static final class Stop implements Progress {
        private final int at;
        private int calls;

        Stop(int at) {
            this.at = at;
        }

        @Override
        public synchronized void begin(Phase phase, long bytes) {
            calls++;
        }

        @Override
        public synchronized void read(long rows, long bytes) {
            calls++;
        }

        @Override
        public synchronized boolean isToStop() {
            return calls >= at;
        }

        synchronized int calls() {
            return calls;
        }
    }

    @Test
    void whatWasWrittenIsNotWrittenAgain() throws Exception {
        Launch launch = killed(Death.BEFORE_RENAME, occasions.renames() - 8);
        Map<Path, FileTime> written = staged(launch);
        assertThat(written).isNotEmpty();
        launch.run();
        Path published = launch.editions().resolve("r1");
        for (Map.Entry<Path, FileTime> file : written.entrySet()) {
            assertThat(Files.getLastModifiedTime(published.resolve(file.getKey())))
                    .as("%s", file.getKey())
                    .isEqualTo(file.getValue());
        }
    }

    /** The machine crashed: of what was staged, not all need to be on the disk, though it has its name. */
    @Test
    void whatACrashOfTheMachineMayHaveTakenIsWrittenAgain() throws Exception {
        assumeTrue(SystemStart.id().isPresent());
        Launch launch = killed(Death.BEFORE_RENAME, occasions.renames() - 8);
        Path staging = launch.editions()
                .resolve(names(launch.editions()).stream()
                        .filter(name -> name.startsWith(".r1-"))
                        .findFirst()
                        .orElseThrow());
        for (Path file : staged(launch).keySet()) {
            Files.write(staging.resolve(file), new byte[0]);
        }
        Path work = launch.output().resolve("ledger").resolve("work");
        Files.writeString(work.resolve(names(work).get(0)).resolve("begun"), "before the crash");
        launch.run();
        assertThat(launch.published("r1").everything()).isEqualTo(expected);
        isTidy(launch, "latest", "r1");
    }

    /** What lies whole in the staging folder, and since when. */
    private static Map<Path, FileTime> staged(Launch launch) throws IOException {
        Path staging = launch.editions()
                .resolve(names(launch.editions()).stream()
                        .filter(name -> name.startsWith(".r1-"))
                        .findFirst()
                        .orElseThrow());
        Map<Path, FileTime> staged = new TreeMap<>();
        try (Stream<Path> all = Files.walk(staging)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith(".")) {
                    staged.put(staging.relativize(file), Files.getLastModifiedTime(file));
                }
            }
        }
        return staged;
    }

    private static void isTidy(Launch launch, String... editions) throws IOException {
        assertThat(names(launch.editions())).containsExactly(editions);
        assertThat(names(launch.output().resolve("ledger").resolve("work"))).isEmpty();
        assertThat(names(launch.output().resolve("ledger").resolve("store")))
                .isNotEmpty()
                .allMatch(name -> name.length() == 64);
    }

    private static List<String> names(Path parent) throws IOException {
        if (!Files.exists(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static List<Publication> revisions(Launch launch) throws IOException {
        try (LedgerDatabase database = launch.open()) {
            return new Ledger(database.source()).revisions();
        }
    }

    @Test
    void whereInputsChangedMeanwhileTheNewOnesCount() throws Exception {
        Launch launch = killed(Death.AT_PROGRESS, occasions.progress() - 1);
        Company company = RandomCompany.of(16).company();
        company.table("orders").remove(0);
        Path changed = new Bench(folder).exports(company, Rendering.PLAIN);
        launch.on(changed).run();
        Launch fresh = undisturbed.to(new Bench(folder).newFolder()).on(changed);
        fresh.run();
        assertThat(launch.published("r1").everything())
                .isEqualTo(fresh.published("r1").everything());
        isTidy(launch, "latest", "r1");
    }

    @Test
    void ofTwoLaunchersOneWins() throws Exception {
        Launch launch = undisturbed.to(new Bench(folder).newFolder()).on(database);
        Process first = launch.start(Death.HOLDS, 1);
        try {
            assertThat(first.inputReader().readLine()).isEqualTo("holding");
            Process second = launch.start(Death.NEVER, 0);
            assertThat(second.waitFor()).isEqualTo(Launch.IN_USE);
            assertThat(second.inputReader().readLine())
                    .contains("pid=" + first.pid(), "job=month-end", "period=" + launch.period(), "since=20");
            first.getOutputStream().close();
            assertThat(first.waitFor()).isZero();
        } finally {
            first.destroyForcibly();
        }
        assertThat(launch.published("r1").everything()).isEqualTo(expected);
        assertThat(launch.run()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void whoLosesTheDatabaseInTheMiddleRecordsNothing() throws Exception {
        // The embedded one cannot be lost while the process lives.
        assumeTrue(database == TestDatabase.POSTGRES);
        Launch launch = undisturbed.to(new Bench(folder).newFolder()).on(database);
        Process first = launch.start(Death.HOLDS, 1);
        try {
            assertThat(first.inputReader().readLine()).isEqualTo("holding");
            try (Connection other = DriverManager.getConnection(database.jdbc(launch.output()));
                    Statement statement = other.createStatement()) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())");
            }
            first.getOutputStream().close();
            assertThat(first.waitFor()).isNotZero();
        } finally {
            first.destroyForcibly();
        }
        assertThat(revisions(launch)).isEmpty();
        launch.run();
        assertThat(launch.published("r1").everything()).isEqualTo(expected);
        isTidy(launch, "latest", "r1");
    }
}
