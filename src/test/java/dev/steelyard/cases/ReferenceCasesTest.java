package dev.steelyard.cases;

import static org.junit.jupiter.api.Assertions.fail;

import dev.steelyard.fact.Schema;
import dev.steelyard.plan.Plan;
import dev.steelyard.planfile.CalendarFile;
import dev.steelyard.planfile.ExportsFile;
import dev.steelyard.planfile.PlanFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the reference plan must make of the cases of {@code jobs/cases}. */
class ReferenceCasesTest {

    static final Path FOLDER = Path.of("jobs/cases");

    static List<CaseResult> run() {
        Map<String, Schema> schemas = ExportsFile.read(Path.of("jobs/exports.yaml"));
        Plan plan = PlanFile.read(Path.of("jobs/plans/reference-2026.yaml"), schemas);
        return Cases.read(FOLDER, plan, schemas).run(CalendarFile.read(Path.of("jobs/calendar")));
    }

    @TestFactory
    Stream<DynamicTest> everyCaseHolds() {
        return run().stream()
                .map(result -> DynamicTest.dynamicTest(result.name(), () -> {
                    if (!result.holds()) {
                        fail(String.join("\n", result.lines()));
                    }
                }));
    }
}
