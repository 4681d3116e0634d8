package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.proof.Commits.Event;
import dev.steelyard.proof.Launch.Death;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
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
 * Whatever a kill or a lost connection leaves of a run in the database, the same command goes on with it or begins anew, and ends with
 * the bytes of a run that nobody disturbed. {@code -Dproof.campaign=true} takes every commit there is; {@code -Dproof.every=N} each
 * N-th of them.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.steelyard.TestDatabase#all")
class CommitsTest {

    private static final String STEP = "insert into batch_step_execution";

    @Parameter
    TestDatabase database;

    @TempDir
    static Path folder;

    private static final Path COMPANY = Path.of("src/test/resources/cli/company");

    private static Launch undisturbed;
    private static Map<String, String> expected;
    private static List<String> commits;

    /** Each database has commits of its own. */
    @BeforeParameterizedClassInvocation
    static void runUndisturbed(TestDatabase database) throws IOException, SQLException {
        Bench bench = new Bench(folder);
        Path inputs = bench.newFolder();
        try (Stream<Path> exports = Files.list(COMPANY)) {
            for (Path export : exports.toList()) {
                Files.copy(export, inputs.resolve(export.getFileName()));
            }
        }
        // A row twice in different slices, so that slices are measured again.
        Files.writeString(inputs.resolve("orders-again.csv"), Files.readString(inputs.resolve("orders.csv")) + "\n");
        Launch launch =
                new Launch(inputs, bench.newFolder(), "2026-09", LocalDate.parse("2026-10-12"), false, 1, database);
        launch.open().close();
        Commits.expect(Event.NOTHING, 0);
        launch.run();
        commits = Commits.tally();
        expected = launch.published("r1").everything();
        undisturbed = launch;
    }

    @AfterEach
    void theDatabaseIsWell() throws SQLException {
        Commits.expect(Event.NOTHING, 0);
    }

    /** The commits between a piece's step and its context: of the first pieces, and of later ones, of each step that has some. */
    private static List<Integer> ofPieces() {
        List<Integer> found = new ArrayList<>();
        for (int i = 2; i < commits.size(); i++) {
            // Pieces are created one after the other; a step of its own is begun once it is created.
            if (isStep(i - 2) && isStep(i) && !isStep(i - 1)) {
                found.add(i);
            }
        }
        return found;
    }

    private static boolean isStep(int index) {
        return commits.get(index).startsWith(STEP);
    }

    /** Each so-many-th of a list, from its beginning, the last one included. */
    private static <T> List<T> spread(List<T> all, int count) {
        List<T> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(all.get(i * (all.size() - 1) / Math.max(1, count - 1)));
        }
        return some.stream().distinct().toList();
    }

    /** Each N-th commit, and the last. */
    private static List<Integer> every() {
        List<Integer> all = new ArrayList<>();
        for (int i = 1; i < commits.size(); i += Integer.getInteger("proof.every", 1)) {
            all.add(i);
        }
        all.add(commits.size());
        return all;
    }

    static Stream<Arguments> kills() {
        List<Arguments> kills = new ArrayList<>();
        if (Boolean.getBoolean("proof.campaign")) {
            every().forEach(n -> {
                kills.add(Arguments.of(Death.BEFORE_COMMIT, n));
            });
            return kills.stream();
        }
        spread(ofPieces(), 3).forEach(n -> kills.add(Arguments.of(Death.BEFORE_COMMIT, n)));
        // Between the instance and its first execution.
        kills.add(Arguments.of(
                Death.AFTER_COMMIT,
                1
                        + commits.indexOf(commits.stream()
                                .filter(of -> of.startsWith("insert into batch_job_instance"))
                                .findFirst()
                                .orElseThrow())));
        return kills.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("kills")
    void whoIsKilledAtACommitGoesOn(Death death, int at) throws Exception {
        Launch launch = fresh();
        Process process = launch.start(death, at);
        process.getOutputStream().close();
        assertThat(process.waitFor()).as("exit of the process that dies").isEqualTo(Launch.KILLED);
        endsAsIfNothingHadBeen(launch);
    }

    static Stream<Arguments> cuts() {
        List<Event> events = List.of(Event.CUT_BEFORE, Event.CUT_AFTER, Event.AWAY);
        List<Arguments> cuts = new ArrayList<>();
        if (Boolean.getBoolean("proof.campaign")) {
            every().forEach(n -> events.forEach(event -> cuts.add(Arguments.of(event, n))));
            return cuts.stream();
        }
        List<Integer> some = new ArrayList<>(spread(every(), 9));
        some.addAll(spread(ofPieces(), 3));
        for (int i = 0; i < some.size(); i++) {
            cuts.add(Arguments.of(events.get(i % events.size()), some.get(i)));
        }
        return cuts.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cuts")
    void whoIsCutOffAtACommitGoesOn(Event event, int at) throws Exception {
        Launch launch = fresh();
        Commits.expect(event, at);
        try {
            launch.run();
        } catch (RuntimeException | IOException cut) {
            // Not each commit that is lost fails the run.
            assertThat(cut).isNotInstanceOf(CancellationException.class);
        }
        Commits.expect(Event.NOTHING, 0);
        endsAsIfNothingHadBeen(launch);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UNKNOWN", "STARTING", "STARTED", "STOPPING", "ABANDONED"})
    void whateverStateIsLeftTheRunGoesOn(String status) throws Exception {
        Launch launch = fresh();
        assertThatThrownBy(() -> launch.run(new StopAmongReports())).isInstanceOf(CancellationException.class);
        try (Connection connection = DriverManager.getConnection(database.jdbc(launch.output()));
                Statement statement = connection.createStatement()) {
            statement.execute("update batch_step_execution set status = '" + status + "', end_time = null");
            statement.execute("update batch_job_execution set status = '" + status + "', end_time = null");
        }
        endsAsIfNothingHadBeen(launch);
    }

    /** What cannot be gone on with at all is begun anew; what lies in files is found again. */
    @Test
    void whatCannotBeGoneOnWithIsBegunAnew() throws Exception {
        Launch launch = fresh();
        assertThatThrownBy(() -> launch.run(new StopAmongReports())).isInstanceOf(CancellationException.class);
        try (Connection connection = DriverManager.getConnection(database.jdbc(launch.output()));
                Statement statement = connection.createStatement()) {
            statement.execute("update batch_step_execution_context set short_context = 'damaged'");
        }
        endsAsIfNothingHadBeen(launch);
    }

    private Launch fresh() throws IOException, SQLException {
        Commits.expect(Event.NOTHING, 0);
        Launch launch = undisturbed.to(new Bench(folder).newFolder());
        launch.open().close();
        return launch;
    }

    /** By the same command, once. */
    private static void endsAsIfNothingHadBeen(Launch launch) throws IOException {
        launch.run();
        assertThat(launch.published("r1").everything()).isEqualTo(expected);
        assertThat(names(launch.editions())).containsExactly("latest", "r1");
        assertThat(names(launch.output().resolve("ledger").resolve("work"))).isEmpty();
        try (LedgerDatabase ledger = launch.open()) {
            assertThat(new Ledger(ledger.source()).revisions()).singleElement().matches(Publication::published);
        }
    }

    private static List<String> names(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** Tells a run to stop while the reports are written, when some are. */
    private static final class StopAmongReports implements Progress {
        private int reports;

        @Override
        public synchronized void begin(Phase phase, long bytes) {
            reports += phase == Phase.REPORT ? 1 : 0;
        }

        @Override
        public void read(long rows, long bytes) {}

        @Override
        public synchronized boolean isToStop() {
            return reports > 3;
        }
    }
}
