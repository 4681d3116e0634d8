package dev.steelyard.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestRequest;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.Sql;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the framework's own tables say of a run is what became of its rows. */
class StepCountsTest {

    @TempDir
    Path output;

    @Test
    void stepsCountTheRowsThatTheyRead() throws Exception {
        Setup setup = Setup.read(Path.of("jobs/month-end.yaml"), Optional.empty());
        RunRequest request = TestRequest.of(setup)
                .run(
                        Period.parse("2026-09").orElseThrow(),
                        LocalDate.of(2026, 10, 12),
                        RunRequest.Mode.FINAL,
                        Path.of("src/test/resources/cli/company"),
                        output);
        try (LedgerDatabase database = LedgerDatabase.open(request.ledger(), Optional.empty())) {
            Outcome.Published published = (Outcome.Published) new RunLauncher(request, database, Progress.NONE).run();
            Counts streamed = published.inputs().stream()
                    .filter(file -> Optional.ofNullable(request.schemas().get(file.dataset()))
                            .filter(schema -> !schema.register())
                            .isPresent())
                    .map(InputFile::rows)
                    .reduce(Counts.NONE, Counts::plus);
            List<List<Long>> measured = counts(database, "measure");
            assertThat(measured).hasSize(1);
            assertThat(measured.get(0).get(0)).isEqualTo(streamed.read());
            assertThat(measured.get(0).stream()
                            .skip(1)
                            .mapToLong(Long::longValue)
                            .sum())
                    .as("every row that is read is written, filtered or skipped")
                    .isEqualTo(streamed.read());
            // Rows that contradict each other are known when all were read.
            assertThat(measured.get(0).get(3)).isLessThanOrEqualTo(streamed.rejected());
            assertThat(counts(database, "report").get(0).get(1)).isGreaterThan(10);
        }
    }

    private static List<List<Long>> counts(LedgerDatabase database, String step) {
        return new Sql(database.source())
                .query(
                        "select read_count, write_count, filter_count, read_skip_count from batch_step_execution"
                                + " where step_name = ?",
                        row -> List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        step);
    }
}
