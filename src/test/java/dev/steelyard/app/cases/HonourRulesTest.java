package dev.steelyard.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Honours of a plan that tells ties apart and leaves capped people out; the reference plan does neither (rules.md 6.10). */
class HonourRulesTest {

    private static final Map<String, Schema> SCHEMAS = ExportsFile.read(Path.of("jobs/exports.yaml"));

    private static final String HONOURS = "  honours:\n    grade: B\n";

    /** P1 and P2 sell the same; P2 answers a test worse, so that their finals differ and their compliance does not. */
    private static final String COMPANY =
            """
            track: mature
            facts:
              employees: [{employee_id: P2, track: mature}]
              targets: [{subject: P2, indicator: sales_amount, target: 100000}]
              orders:
                - {employee_id: P1, order_date: 2025-09-15, amount: 100000}
                - {employee_id: P1, amount: 120000}
                - {employee_id: P2, order_date: 2025-09-15, amount: 100000}
                - {employee_id: P2, amount: 120000}
              nps: [{score: 10}, {score: 10}, {score: 10}, {score: 10}, {score: 10}]
              exams: [{date: 2026-08-15, score: 90}, {employee_id: P2, date: 2026-08-15, score: 80}]
            """;

    @TempDir
    Path folder;

    /** What of the cases does not hold. */
    private List<String> differences(String keys, String cases) throws IOException {
        Files.copy(Path.of("jobs/cases/company.yaml"), folder.resolve("company.yaml"));
        Files.writeString(folder.resolve("some.yaml"), COMPANY + cases);
        String reference = Files.readString(Path.of("jobs/plans/reference-2026.yaml"));
        assertThat(reference).contains(HONOURS);
        Path file = Files.writeString(
                Files.createDirectories(folder.resolve("plans")).resolve("reference-2026.yaml"),
                reference.replace(HONOURS, HONOURS + keys));
        Plan plan = PlanFile.read(file, SCHEMAS);
        return Cases.read(folder, plan, SCHEMAS).run(CalendarFile.read(Path.of("jobs/calendar"))).stream()
                .flatMap(result -> result.lines().stream())
                .toList();
    }

    private static final String TIED =
            """
            cases:
              - name: equal compliance
                expect:
                  honours:
                    - {employee_id: P1, award: compliance_star, dimension: 100.00, sharing: %s}
                    - {award: customer_reputation}
                  people:
                    P2: {grade: B, honours: %s}
            """;

    @Test
    void equalFiguresShareAnHonourUnlessTheFinalTellsThemApart() throws IOException {
        assertThat(differences("", TIED.formatted(2, "[{award: compliance_star, sharing: 2}]")))
                .isEmpty();
    }

    @Test
    void theHigherFinalHasIt() throws IOException {
        assertThat(differences("    ties_by_final: true\n", TIED.formatted(1, "[]")))
                .isEmpty();
    }

    private static final String CAPPED =
            """
            cases:
              - name: a major event caps the grade at B
                facts:
                  compliance_events: [{severity: major}]
                expect:
                  grade: B
                  honours: %s
                  people:
                    P2: {honours: [{award: compliance_star, sharing: 1}]}
            """;

    @Test
    void whoeverIsCappedMayBeNominatedWhereTheGradeDoes() throws IOException {
        assertThat(differences("", CAPPED.formatted("[{award: customer_reputation}]")))
                .isEmpty();
    }

    @Test
    void whoeverIsCappedMayBeLeftOut() throws IOException {
        assertThat(differences("    exclude_capped: true\n", CAPPED.formatted("[]")))
                .isEmpty();
    }
}
