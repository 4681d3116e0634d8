package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.Progress.Phase;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.Payment;
import dev.steelyard.ledger.records.PeriodBook;
import dev.steelyard.output.publish.Verification;
import dev.steelyard.proof.Launch.Death;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A close that dies anywhere has paid nothing or everything, and the next start ends with the same bytes. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.steelyard.TestDatabase#all")
class KilledCloseTest {

    @Parameter
    TestDatabase database;

    @TempDir
    static Path folder;

    private static final RandomCompany RANDOM = RandomCompany.of(16);
    private static CloseLaunch undisturbed;
    private static int renames;
    private static Map<String, String> expected;
    private static List<Payment> paid;

    @BeforeAll
    static void closeUndisturbed() throws IOException {
        if (undisturbed == null) {
            Bench bench = new Bench(folder);
            Path inputs = bench.exports(RANDOM.company(), Rendering.PLAIN);
            CloseLaunch launch =
                    new CloseLaunch(inputs, bench.newFolder(), RANDOM.period(), RANDOM.asOf(), TestDatabase.H2);
            launch.run();
            renames = launch.count();
            expected = launch.published("closed-r1").everything();
            paid = payments(launch);
            undisturbed = launch;
        }
    }

    static Stream<Arguments> deaths() throws IOException {
        closeUndisturbed();
        List<Arguments> deaths = new ArrayList<>();
        if (Boolean.getBoolean("proof.campaign")) {
            IntStream.rangeClosed(1, renames).forEach(n -> {
                deaths.add(Arguments.of(Death.BEFORE_RENAME, n));
                deaths.add(Arguments.of(Death.AFTER_RENAME, n));
            });
            return deaths.stream();
        }
        // While the reports are written; recorded but not named; named.
        deaths.add(Arguments.of(Death.AFTER_RENAME, renames / 2));
        deaths.add(Arguments.of(Death.BEFORE_RENAME, renames));
        deaths.add(Arguments.of(Death.AFTER_RENAME, renames));
        return deaths.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("deaths")
    void theNextStartEndsWithTheSameBytes(Death death, int at) throws Exception {
        CloseLaunch launch = undisturbed.to(new Bench(folder).newFolder()).on(database);
        launch.run();
        Process process = launch.start(death, at);
        process.getOutputStream().close();
        assertThat(process.waitFor()).as("exit of the process that dies").isEqualTo(Launch.KILLED);
        assertThat(left(launch)).as("what it calculated in").isNotEmpty();
        launch.close();
        assertThat(left(launch)).isEmpty();
        assertThat(launch.published("closed-r1").everything()).isEqualTo(expected);
        assertThat(payments(launch)).isEqualTo(paid);
        assertThat(closes(launch)).hasSize(1);
        try (Stream<Path> entries = Files.list(launch.editions())) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder("r1", "closed-r1", "latest");
        }
        assertThat(launch.editions().resolve("latest")).hasContent("r1\n");
    }

    /** Folders of calculations, in which rows of inputs lie. */
    private static List<String> left(CloseLaunch launch) throws IOException {
        try (Stream<Path> entries = Files.list(launch.output())) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.startsWith("."))
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"MEASURE", "REPORT"})
    void whoIsToldToStopHasClosedOrNot(Phase at) throws IOException {
        CloseLaunch launch = undisturbed.to(new Bench(folder).newFolder()).on(database);
        launch.run();
        StopIn stop = new StopIn(at);
        if (at == Phase.MEASURE) {
            assertThatThrownBy(() -> launch.close(stop)).isInstanceOf(CancellationException.class);
            assertThat(closes(launch)).isEmpty();
            assertThat(launch.editions().resolve("closed-r1")).doesNotExist();
            launch.close();
        } else {
            // What is looked at is closed to the end.
            launch.close(stop);
        }
        assertThat(launch.published("closed-r1").everything()).isEqualTo(expected);
        assertThat(payments(launch)).isEqualTo(paid);
    }

    /** Is to stop from a phase on. */
    private static final class StopIn implements Progress {
        private final Phase at;
        private volatile boolean begun;

        StopIn(Phase at) {
            this.at = at;
        }

        @Override
        public void begin(Phase phase, long bytes) {
            begun |= phase == at;
        }

        @Override
        public void read(long rows, long bytes) {}

        @Override
        public boolean isToStop() {
            return begun;
        }
    }

    @Test
    void theClosedEditionIsTheRevisionButForItsStanding() throws IOException {
        Published closed = undisturbed.published("closed-r1");
        Published revision = undisturbed.published("r1");
        List<String> same = List.of("scores.csv", "indicators.csv", "suspensions.csv", "problems.csv");
        same.forEach(name -> assertThat(closed.text(name)).as(name).isEqualTo(revision.text(name)));
        assertThat(closed.everything().keySet()).isEqualTo(revision.everything().keySet());
        assertThat(closed.manifest().get("previous").asString()).hasSize(64);
        Path folder = closed.folder();
        assertThat(Verification.of(folder).differences()).isEmpty();
        Path revisions = folder.resolveSibling("r1").resolve("manifest.json");
        byte[] manifest = Files.readAllBytes(revisions);
        try {
            Files.write(revisions, new byte[] {'{', '}'});
            assertThat(Verification.of(folder).differences())
                    .extracting(Verification.Difference::kind)
                    .containsExactly(Verification.Kind.REVISION_CHANGED);
        } finally {
            Files.write(revisions, manifest);
        }
    }

    private static List<PeriodDecision> closes(CloseLaunch launch) throws IOException {
        try (LedgerDatabase database = launch.open()) {
            return new PeriodBook(database.source())
                    .standing("month-end", Period.parse(RANDOM.period()).orElseThrow())
                    .decisions();
        }
    }

    private static List<Payment> payments(CloseLaunch launch) throws IOException {
        PeriodDecision close = closes(launch).get(0);
        try (LedgerDatabase database = launch.open()) {
            return new PeriodBook(database.source()).payments(close);
        }
    }
}
