package dev.steelyard.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.input.planfile.CalendarFile;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of {@code jobs/cases} show every indicator of the reference plan, and fail on any other. */
class ReferenceCasesTest {

    private static final Path FOLDER = Path.of("jobs/cases");
    private static final Path PLAN = Path.of("jobs/plans/reference-2026.yaml");
    private static final Map<String, Schema> SCHEMAS = ExportsFile.read(Path.of("jobs/exports.yaml"));
    private static final WorkingDays CALENDAR = CalendarFile.read(Path.of("jobs/calendar"));

    @TempDir
    Path scratch;

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
        assertThat(indicators).isNotEmpty().allSatisfy(id -> assertThat(text).contains(id + ": {"));
    }

    @Test
    void namesTellCasesApart() {
        assertThat(EachCaseTest.all().map(Cases.Single::name)).doesNotHaveDuplicates();
    }

    /** A plan that says anything else fails a case of the rule: the file of cases, what is written, what instead. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = MUTATIONS)
    void aChangedPlanFailsACase(String file, String written, String instead) throws IOException {
        for (String one : List.of("company.yaml", file + ".yaml")) {
            Files.copy(FOLDER.resolve(one), scratch.resolve(one));
        }
        String text = Files.readString(PLAN);
        assertThat(text).containsOnlyOnce(written);
        Path changed = scratch.resolve("changed.yml");
        Files.writeString(changed, text.replace(written, instead));
        Plan plan = PlanFile.read(changed, SCHEMAS);
        assertThat(Cases.read(scratch, plan, SCHEMAS).stream(CALENDAR)).anyMatch(result -> !result.holds());
    }

    private static final String MUTATIONS =
            """
            innovation-rules   | weights: {performance: 35, compliance: 20, | weights: {performance: 36, compliance: 19,
            sales-growth       | [0%, 60], [10%, 100], [20%, 120] | [0%, 60], [10%, 100], [20%, 119]
            share-retention    | [90%, 0], [100%, 100], [105%, 120] | [91%, 0], [100%, 100], [105%, 120]
            dealer-service     | [[3, 100], [10, 0]] | [[3, 100], [11, 0]]
            sales-growth       | against: same_period_last_year | against: previous_period
            key-account-share  | having: {customer.grade: 3A} | having: {customer.grade: [3A, 2A]}
            dealer-performance | at_most: 100% | at_most: 200%
            requests           | working_days: 2 | working_days: 3
            customers          | months: 3 | months: 4
            customers          | window: year_to_date | window: period
            veto               | kinds: [regulator_notice, illegal_promotion_complaint, bribery] | kinds: [regulator_notice, illegal_promotion_complaint]
            compliance-events  | deductions: {major: 15, minor: 5} | deductions: {major: 15, minor: 4}
            compliance-events  | {deductions: 10, grade: B} | {deductions: 11, grade: B}
            compliance-events  | enablement_at_most: 10 | enablement_at_most: 9
            compliance-events  | ceiling: 110 | ceiling: 109
            innovation-rules   | {count: 20, points: 10} | {count: 20, points: 15}
            innovation-rules   | floor: 60 | floor: 59
            dealer-performance | {indicator: sell_through, below: 70%} | {indicator: sell_through, below: 71%}
            dealer-performance | at_most: 60 | at_most: 61
            certification      | launched_within_months: 12 | launched_within_months: 11
            certification      | grace_days: 30 | grace_days: 31
            team-score         | share: 30% | share: 29%
            scores             | most: 130 | most: 131
            team-score         | max_age_months: 6 | max_age_months: 7
            scores             | {grade: B, from: 70} | {grade: B, from: 69}
            commission         | no_target: {mature: hold, | no_target: {mature: first_tier,
            commission         | {up_to: 80%, rate: 0.8%} | {up_to: 81%, rate: 0.8%}
            commission         | {rate: 2.0%} | {rate: 2.1%}
            commission         | {sum: sell_out.amount} | {sum: sell_in.amount}
            commission         | {S: 1.2, A: 1.1 | {S: 1.2, A: 1.2
            quarter-end        | share: 8% | share: 9%
            year-end           | [[80, 0%], [90, 50%], [100, 100%]] | [[80, 0%], [90, 51%], [100, 100%]]
            year-end           | severities: [major] | severities: [major, minor]
            """;
}
