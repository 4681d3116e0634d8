package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanShowTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void printsThePlanAsItIsSigned(String language) throws IOException {
        CommandRunner.Ended shown =
                new CommandRunner().run("plan", "show", "jobs/plans/reference-2026.yaml", "--lang", language);
        assertThat(shown.exit()).isZero();
        assertThat(shown.err()).isEmpty();
        assertThat(shown.out().replaceAll("\\b[0-9a-f]{64}\\b", "<sha256>"))
                .isEqualTo(
                        Files.readString(Path.of("src/test/resources/plan-text/reference-2026." + language + ".txt")));
    }
}
