package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Who wants machine files alone gets no others, and they say what they say beside the books. */
class NoBooksTest {

    private static final Path COMPANY = Path.of("src/test/resources/cli/company");

    @TempDir
    Path output;

    @Test
    void writesWhatMachinesRead() throws IOException {
        Path alone = run("--no-books");
        Path whole = run("--quiet");
        assertThat(files(alone))
                .contains("scores.csv", "indicators.csv", "payout.csv", "problems.csv", "manifest.json")
                .allMatch(file -> file.endsWith(".csv") || file.endsWith(".json") || file.startsWith("rejects-"));
        assertThat(files(whole)).containsAll(files(alone)).contains("summary.html", "ranking-2026-09.xlsx");
        for (String name : List.of("scores.csv", "indicators.csv", "problems.csv")) {
            assertThat(alone.resolve(name)).hasSameTextualContentAs(whole.resolve(name));
        }
    }

    /** The job file says the same, and whether one amount a person begins with the spreadsheets' mark. */
    @Test
    void theJobFileMaySaySo() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("jobs"), output.resolve("home/jobs"));
        Path job = output.resolve("home/jobs/month-end.yaml");
        Files.writeString(job, Files.readString(job) + "books: no\nspreadsheet_mark: no\n");
        Path alone = run("--home=" + output.resolve("home"));
        assertThat(files(alone)).contains("payout.csv").noneMatch(file -> file.endsWith("html"));
        assertThat(alone.resolve("payout-by-person.csv")).content().startsWith("employee_id,");
        assertThat(run("--quiet").resolve("payout-by-person.csv")).content().startsWith("\uFEFFemployee_id,");
    }

    private Path run(String option) throws IOException {
        CommandRunner.Ended ended = new CommandRunner()
                .with("STEELYARD_OUTPUT", output.toString())
                .run(
                        "run",
                        "month-end",
                        "--period",
                        "2026-09",
                        "--as-of",
                        "2026-10-12",
                        "--inputs",
                        COMPANY.toString(),
                        option);
        assertThat(ended.exit()).as(ended.err()).isIn(0, 5);
        Path period = output.resolve("month-end").resolve("2026-09");
        return period.resolve(Files.readString(period.resolve("latest")).strip());
    }

    private static List<String> files(Path edition) throws IOException {
        try (Stream<Path> all = Files.walk(edition)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> edition.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
