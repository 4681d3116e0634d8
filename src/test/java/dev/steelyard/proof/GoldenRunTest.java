package dev.steelyard.proof;

import dev.steelyard.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole run on {@code input-samples}, byte for byte: a change of the engine shows in the diff of these files (rulings 62, 85–87). */
class GoldenRunTest {

    @TempDir
    static Path folder;

    private static Published published;

    @BeforeAll
    static void runTheSamples() {
        published = new Bench(folder).run(Path.of("input-samples"), "2026-09", LocalDate.of(2026, 10, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scores.csv", "indicators.csv", "payout.csv", "problems.csv", "suspensions.csv"})
    void isAsExpected(String file) throws IOException {
        Golden.file(Path.of("src/test/resources/golden/month-end-2026-09", file), published.text(file));
    }
}
