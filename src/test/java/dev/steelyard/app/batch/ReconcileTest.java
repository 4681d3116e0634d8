package dev.steelyard.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.steelyard.TestRequest;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.run.Difference;
import dev.steelyard.engine.run.Difference.Kind;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate between report and publish, in real runs: what somebody changes in between is not published. */
class ReconcileTest {

    private static final Path COMPANY = Path.of("src/test/resources/cli/company");
    private static final Setup SETUP = Setup.read(Path.of("jobs/month-end.yaml"), Optional.empty());
    private static final Period SEPTEMBER = Period.parse("2026-09").orElseThrow();

    @TempDir
    Path output;

    /** Changes the staged payout after it was written and before it is compared. */
    private final class Tampering implements Progress {
        private final UnaryOperator<String> change;

        Tampering(UnaryOperator<String> change) {
            this.change = change;
        }

        @Override
        public void begin(Phase phase, long bytes) {
            if (phase == Phase.RECONCILE) {
                try {
                    Path payout = staged().get(0).resolve("payout.csv");
                    String before = Files.readString(payout);
                    String after = change.apply(before);
                    assertThat(after).isNotEqualTo(before);
                    Files.writeString(payout, after);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public void read(long rows, long bytes) {}
    }

    private List<Path> staged() throws IOException {
        try (Stream<Path> all = Files.list(output.resolve("month-end/2026-09"))) {
            return all.filter(path -> path.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private Outcome run(boolean trial, Progress progress) throws IOException {
        RunRequest request = TestRequest.of(SETUP)
                .run(
                        SEPTEMBER,
                        LocalDate.of(2026, 10, 12),
                        trial ? RunRequest.Mode.TRIAL : RunRequest.Mode.FINAL,
                        COMPANY,
                        output);
        try (LedgerDatabase database = LedgerDatabase.open(request.ledger(), Optional.empty())) {
            return new RunLauncher(request, database, progress).run();
        }
    }

    private List<Difference> refused(boolean trial, UnaryOperator<String> change) throws IOException {
        Unreconciled refusal = catchThrowableOfType(Unreconciled.class, () -> run(trial, new Tampering(change)));
        assertThat(refusal).as("the run was published").isNotNull();
        assertThat(staged()).isEmpty();
        assertThat(output.resolve("month-end/2026-09")).isEmptyDirectory();
        assertThat(output.resolve("ledger/work")).isEmptyDirectory();
        try (LedgerDatabase database = LedgerDatabase.open(output.resolve("ledger"), Optional.empty())) {
            assertThat(new Ledger(database.source()).revisions()).isEmpty();
        }
        return refusal.differences();
    }

    private static String line(String csv, int number) {
        return csv.split("\n")[number];
    }

    @Test
    void aStagedPayoutThatIsACentOffIsNotPublished() throws IOException {
        List<Difference> differences =
                refused(false, csv -> csv.replaceFirst("(,commission,[^,]*,[^,]*,\\d+\\.\\d)\\d,", "$17,"));
        assertThat(differences).extracting(Difference::kind).containsExactly(Kind.PAYOUT_SUM, Kind.PAYOUT_LINE);
        assertThat(differences)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(Words.in("en").say(one.subject())).isEqualTo("payout.csv"));
        assertThat(Words.in("en").say(differences.get(1).figure())).startsWith("month-end-2026-09-r1-E1-commission-");
        assertThat(differences.get(1).expected()).endsWith("0 pay");
        assertThat(differences.get(1).found()).endsWith("7 pay");
    }

    @Test
    void aStagedPayoutWithoutALineIsNotPublishedNorIsATrial() throws IOException {
        for (boolean trial : new boolean[] {false, true}) {
            List<Difference> differences = refused(trial, csv -> csv.replace(line(csv, 1) + "\n", ""));
            assertThat(differences)
                    .extracting(Difference::kind)
                    .containsExactly(Kind.PAYOUT_LINES, Kind.PAYOUT_SUM, Kind.PAYOUT_LINE);
        }
    }

    /** What was refused leaves nothing that the next run would trip over. */
    @Test
    void theNextRunBeginsAnewAndPublishes() throws IOException {
        refused(false, csv -> csv.replace(line(csv, 1) + "\n", ""));
        Outcome.Published published = (Outcome.Published) run(false, Progress.NONE);
        assertThat(published.identity().revision()).isEqualTo(1);
        assertThat(published.folder().resolve("payout.csv")).exists();
        assertThat(run(false, Progress.NONE)).isInstanceOf(Outcome.Unchanged.class);
    }
}
