package dev.steelyard.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.fact.Schema;
import dev.steelyard.plan.Plan;
import dev.steelyard.planfile.text.PlanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTextTest {

    private final Map<String, Schema> schemas = ExportsFile.read(Path.of("jobs/exports.yaml"));
    private final Plan plan = PlanFile.read(Path.of("jobs/plans/reference-2026.yaml"), schemas);

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void printsTheReferencePlanAsItIsSigned(String language) throws IOException {
        Golden.check(
                Path.of("src/test/resources/plan-text/reference-2026." + language + ".txt"),
                PlanText.of(plan, schemas, language, "<sha256>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void namesEveryIndicator(String language) throws IOException {
        String text = PlanText.of(plan, schemas, language, "<sha256>");
        assertThat(plan.indicators().keySet()).allSatisfy(id -> assertThat(text).contains(id));
        assertThat(Files.exists(Path.of("jobs/plans/reference-2026.yaml"))).isTrue();
    }
}
