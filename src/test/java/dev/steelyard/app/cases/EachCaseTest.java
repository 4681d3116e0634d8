package dev.steelyard.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.input.planfile.CalendarFile;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.PlanFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of {@code jobs/cases} holds, each a test of its own, on the plan that it names. */
class EachCaseTest {

    private static final Map<String, Schema> SCHEMAS = ExportsFile.read(Path.of("jobs/exports.yaml"));
    private static final WorkingDays CALENDAR = CalendarFile.read(Path.of("jobs/calendar"));
    private static final List<Cases.Single> CASES = Stream.of("reference-2026", "team-share-2026")
            .map(plan -> PlanFile.read(Path.of("jobs/plans", plan + ".yaml"), SCHEMAS))
            .flatMap(plan -> Cases.read(Path.of("jobs/cases"), plan, SCHEMAS).singly(CALENDAR).stream())
            .toList();

    /** The cases of the plans of {@code jobs/plans}. */
    static Stream<Cases.Single> all() {
        return CASES.stream();
    }

    @TestFactory
    Stream<DynamicTest> everyCaseHolds() {
        return all().map(one -> DynamicTest.dynamicTest(
                one.name(), () -> assertThat(one.result().lines()).isEmpty()));
    }
}
