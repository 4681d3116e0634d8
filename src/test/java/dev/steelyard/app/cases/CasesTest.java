package dev.steelyard.app.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.input.planfile.CalendarFile;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.PlanFile;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How cases are read, and what is said of those that do not hold. */
class CasesTest {

    private static final Map<String, Schema> SCHEMAS = ExportsFile.read(Path.of("jobs/exports.yaml"));
    private static final Plan PLAN = PlanFile.read(Path.of("jobs/plans/reference-2026.yaml"), SCHEMAS);

    @TempDir
    Path folder;

    @BeforeEach
    void theCompanyOfTheReferenceCases() throws IOException {
        Files.copy(Path.of("jobs/cases/company.yaml"), folder.resolve("company.yaml"));
    }

    private List<CaseResult> run(String text) throws IOException {
        Files.writeString(folder.resolve("some.yaml"), text);
        return Cases.read(folder, PLAN, SCHEMAS).run(CalendarFile.read(Path.of("jobs/calendar")));
    }

    private List<String> differences(String text) throws IOException {
        return run(text).stream()
                .flatMap(result -> result.lines().stream())
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }

    private String mistakes(String text) {
        InvalidFile invalid = catchThrowableOfType(InvalidFile.class, () -> run(text));
        return invalid.text("en", false).replace(folder + "/", "");
    }

    @Test
    void saysWhereWhichFigureIsNotAsExpected() throws IOException {
        assertThat(
                        differences(
                                """
                        track: mature
                        cases:
                          - name: six answers
                            facts:
                              nps: [{score: 9}, {score: 9}, {score: 9}, {score: 7}, {score: 7}, {score: 0}]
                            expect:
                              indicators: {nps: {value: 33.333333, points: 60.00}, material_approval: {points: 100.00}}
                              grade: A
                              reason: nobody
                              payout: [{component: commission}]
                              paid: 1.00
                              suspensions: [{product_id: MAT}]
                              problems: [E-NO-DATA]
                              people: {P2: {grade: A}}
                        """))
                .containsExactly(
                        "some.yaml:3 case six answers: problems expected E-NO-DATA but were [W-TEAM-SCORE-MISSING]",
                        "some.yaml:3 case six answers: grade expected A but was D",
                        "some.yaml:3 case six answers: reason expected nobody but was no team score: final = individual",
                        "some.yaml:3 case six answers: indicator nps points expected 60.00 but was 63.33",
                        "some.yaml:3 case six answers: indicator material_approval points expected 100.00 but was none",
                        "some.yaml:3 case six answers: payout expected 1 rows but was 0 ()",
                        "some.yaml:3 case six answers: paid expected 1.00 but was 0.00",
                        "some.yaml:3 case six answers: suspensions expected 1 rows but was 0 ()",
                        "some.yaml:3 case six answers: P2 grade expected A but P2 is not scored");
    }

    @Test
    void aRowThatIsRejectedMustBeExpected() throws IOException {
        assertThat(
                        differences(
                                """
                        track: mature
                        cases:
                          - name: twelve hundred
                            facts:
                              orders:
                                - {amount: 12O0}
                                - {order_line_id: X, amount: 1}
                                - {order_line_id: X, amount: 2}
                                - {employee_id: P9}
                            expect: {status: ranked}
                        """))
                .hasSize(4)
                .allMatch(line -> line.startsWith("some.yaml:3 case twelve hundred: row rejected at "))
                .anyMatch(line -> line.contains("some.yaml:6: amount"))
                .anyMatch(line -> line.contains("some.yaml:9: employee_id"));
    }

    @Test
    void reportsEveryMistakeAtOnceWithTheNearestWord() {
        assertThat(mistakes(
                                """
                        track: matur
                        cases:
                          - name: names
                            rulling: [3]
                            not_delivered: [order]
                            facts:
                              orders: [{amuont: 3}]
                              visit: [{}]
                            expect:
                              finall: 80
                              indicators: {npz: {value: 3}, nps: {valu: 3}}
                              payout: [{componnt: commission}]
                              suspensions: [{product: MAT}]
                              problems: [E-NODATA]
                        """)
                        .lines()
                        .map(line -> line.replaceAll(" — .* — ", " — ")))
                .containsExactly(
                        "some.yaml:1:8  There is no track matur — did you mean mature?",
                        "some.yaml:4:5  Unknown key rulling — did you mean rulings?",
                        "some.yaml:5:21  There is no dataset order — did you mean orders? Put a new dataset into exports.yaml first",
                        "some.yaml:7:17  The dataset orders has no column amuont — did you mean amount?",
                        "some.yaml:8:15  There is no dataset visit — did you mean visits? Put a new dataset into exports.yaml first",
                        "some.yaml:10:7  Unknown key finall — did you mean final?",
                        "some.yaml:11:20  There is no indicator npz — did you mean nps?",
                        "some.yaml:11:43  Unknown key valu — did you mean value?",
                        "some.yaml:12:17  Unknown key componnt — did you mean component?",
                        "some.yaml:13:22  Unknown key product — did you mean product_id?",
                        "some.yaml:14:18  \"E-NODATA\" is not one of the words that fit here — did you mean E-NO-DATA?");
    }

    @Test
    void aPeriodIsWrittenAsInTheExports() {
        assertThat(mistakes("cases: [{name: thirteen, period: 2026-13, expect: {}}]"))
                .contains("some.yaml:1:9  ", "period: 2026-09, 2026-Q3 or 2026, not 2026-13");
    }

    @Test
    void casesOfOtherPlansAreLeftOut() throws IOException {
        assertThat(
                        run(
                                """
                        plan: another-plan
                        cases:
                          - {name: of another plan, expect: {no_such_column: 3}}
                        """))
                .isEmpty();
        assertThat(
                        run(
                                """
                        cases:
                          - {name: of every plan, track: mature, expect: {compliance: 100}}
                        """))
                .singleElement()
                .matches(CaseResult::holds);
    }

    @Test
    void theExampleOfTheReadmeHolds() throws IOException {
        String readme = Files.readString(Path.of("jobs/cases/README.md"));
        int begin = readme.indexOf("```yaml\n") + "```yaml\n".length();
        assertThat(differences(readme.substring(begin, readme.indexOf("```", begin))))
                .isEmpty();
    }

    @Test
    void aFolderThatIsNotThereHasNoCases() {
        assertThat(Cases.read(folder.resolve("nowhere"), PLAN, SCHEMAS).count()).isZero();
    }
}
