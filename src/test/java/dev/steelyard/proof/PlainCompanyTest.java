package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Engine;
import dev.steelyard.engine.calendar.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A company without any export of people and prices that change, in which nobody joins or leaves, comes out as it did before the engine knew
 * such exports (rulings, part I). What is expected was written by the engine of that time ({@code cfc9d347}) and is never written anew.
 */
class PlainCompanyTest {

    private static final Path EXPECTED = Path.of("src/test/resources/golden/plain-company");

    /** Words have changed since, and how pay is taxed stands in a column of its own. */
    private static final Set<String> NEW = Set.of("note", "tax_kind");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"month-end, 2026-09", "quarter-end, 2026-Q3"})
    void comesOutAsBefore(String job, String period) throws IOException {
        Path inputs = folder.resolve("in");
        new TinyInputs().with(Files.readString(EXPECTED.resolve("company.txt"))).write(inputs);
        Published now = new Published(new Engine(Path.of("jobs"), job)
                .run(inputs, folder, Period.parse(period).orElseThrow(), LocalDate.of(2026, 10, 12)));
        Published then = new Published(EXPECTED.resolve(job));
        assertThat(now.text("scores.csv")).isEqualTo(then.text("scores.csv"));
        for (String file : List.of("indicators.csv", "payout.csv")) {
            assertThat(cells(now, file)).as(file).isEqualTo(cells(then, file));
        }
    }

    private static List<Map<String, String>> cells(Published published, String file) {
        return published.rows(file).stream()
                .map(row -> {
                    Map<String, String> cells = new LinkedHashMap<>(row);
                    cells.keySet().removeAll(NEW);
                    return cells;
                })
                .toList();
    }
}
