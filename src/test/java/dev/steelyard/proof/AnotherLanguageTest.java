package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.PseudoLanguage;
import dev.steelyard.TestRequest;
import dev.steelyard.app.batch.Outcome;
import dev.steelyard.app.batch.RunLauncher;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.output.workbook.Dump;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A language is one bundle: one that nobody speaks, English with a mark before each sentence, is all that books and pages of it are made of. */
class AnotherLanguageTest {

    @TempDir
    Path output;

    @BeforeAll
    static void addTheLanguage() {
        PseudoLanguage.add();
    }

    @ParameterizedTest
    @ValueSource(strings = {"month-end", "weekly-alerts"})
    void everyBookAndPageIsInIt(String job) throws Exception {
        Path folder = run(Setup.read(Path.of("jobs", job + ".yaml"), Optional.empty()));
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().matches(".*\\.(xlsx|html)"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(5);
        Map<String, String> english = new TreeMap<>();
        for (Path file : files) {
            String text = text(file);
            assertThat(text).as(file.toString()).contains(PseudoLanguage.MARK);
            PseudoLanguage.english(text)
                    .forEach(
                            sentence -> english.put(sentence, file.getFileName().toString()));
        }
        assertThat(english).as("said in English, and where").isEmpty();
    }

    private Path run(Setup setup) throws IOException {
        TestRequest asked = TestRequest.of(setup);
        RunRequest request = new RunRequest(
                asked.job(),
                asked.rules(),
                Period.parse("2026-09").orElseThrow(),
                LocalDate.of(2026, 10, 12),
                RunRequest.Mode.FINAL,
                Path.of("input-samples"),
                false,
                output,
                PseudoLanguage.NAME,
                TestRequest.HOST,
                List.of());
        try (LedgerDatabase database = LedgerDatabase.open(request.ledger(), Optional.empty())) {
            return ((Outcome.Published) new RunLauncher(request, database, Progress.NONE).run()).folder();
        }
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return file.toString().endsWith(".xlsx")
                ? Dump.of(bytes)
                : new String(bytes, StandardCharsets.UTF_8).replaceAll("<[^>]*>", "\n");
    }
}
