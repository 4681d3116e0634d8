package dev.steelyard.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.steelyard.calendar.WorkingDays;
import dev.steelyard.fact.Schema;
import dev.steelyard.plan.Plan;
import dev.steelyard.planfile.CalendarFile;
import dev.steelyard.planfile.ExportsFile;
import dev.steelyard.planfile.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of {@code jobs/cases} hold on the reference plan, show every indicator, and fail on any other plan. */
class ReferenceCasesTest {

    private static final Path FOLDER = Path.of("jobs/cases");
    private static final Path PLAN = Path.of("jobs/plans/reference-2026.yaml");
    private static final Map<String, Schema> SCHEMAS = ExportsFile.read(Path.of("jobs/exports.yaml"));
    private static final WorkingDays CALENDAR = CalendarFile.read(Path.of("jobs/calendar"));

    @TempDir
    Path scratch;

    private static Stream<CaseResult> run(Path planFile) {
        Plan plan = PlanFile.read(planFile, SCHEMAS);
        return Cases.read(FOLDER, plan, SCHEMAS).stream(CALENDAR);
    }

    @TestFactory
    Stream<DynamicTest> everyCaseHolds() {
        return run(PLAN)
                .map(result -> DynamicTest.dynamicTest(result.name(), () -> {
                    if (!result.holds()) {
                        fail(String.join("\n", result.lines()));
                    }
                }));
    }

    @Test
    void everyIndicatorHasACase() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        List<String> indicators =
                List.copyOf(PlanFile.read(PLAN, SCHEMAS).indicators().keySet());
        assertThat(indicators).allSatisfy(id -> assertThat(text).contains(id + ": {"));
    }

    @Test
    void namesTellCasesApart() {
        assertThat(run(PLAN).map(CaseResult::name)).doesNotHaveDuplicates();
    }

    /** A plan that says anything else fails a case: what is written, and what is written instead. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = MUTATIONS)
    void aChangedPlanFailsACase(String written, String instead) throws IOException {
        String plan = Files.readString(PLAN);
        assertThat(plan).containsOnlyOnce(written);
        Path changed = scratch.resolve("plan.yaml");
        Files.writeString(changed, plan.replace(written, instead));
        assertThat(run(changed)).anyMatch(result -> !result.holds());
    }

    private static final String MUTATIONS =
            """
            weight: {mature: 40}|weight: {mature: 40.0000001}
            """;
}
