package dev.steelyard.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Engine;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.input.planfile.CalendarFile;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new dataset and a new indicator are an entry each in the files of {@code jobs}, and no Java. */
class NewIndicatorTest {

    private static final String DATASET =
            """
            datasets:

              academic_talks:
                zh: 学术讲座
                key: [talk_id]
                date: date
                columns:
                  talk_id: {zh: 讲座编号, filled: true}
                  employee_id: {zh: 工号, references: employees, filled: true}
                  date: {zh: 日期, type: date}
                  audience: {zh: 听众人数, type: number, min: 0}
            """;

    private static final String INDICATOR =
            """
            indicators:

              talk_audience:
                name: {zh: 学术讲座听众, en: Audience of academic talks}
                dimension: customer
                weight: {mature: 4}
                unit: number
                measure: {verb: sum, of: academic_talks.audience, window: year_to_date}
                curve: {linear: [[0, 0], [200, 100]]}
                missing: zero
            """;

    private static final String COOPERATION =
            """
              cooperation_depth:
                name: {zh: 合作深度, en: Depth of cooperation}
                dimension: customer
                weight: {mature: 10, innovation: 10}
            """;

    private static final String CASE =
            """
            plan: reference-2026
            track: mature
            cases:
              - name: 今年两场讲座共 150 名听众，得 75 分
                facts:
                  academic_talks:
                    - {employee_id: P1, date: 2026-01-01, audience: 60}
                    - {employee_id: P1, date: 2026-09-30, audience: 90}
                    - {employee_id: P1, date: 2025-12-31, audience: 500}
                expect:
                  indicators: {talk_audience: {value: 150, points: 75.00, weight: 4, rows: 2}}
                  # （6 × 0 + 4 × 75）÷ 10
                  customer: 30.00
            """;

    @TempDir
    Path folder;

    private Path jobs;

    @BeforeEach
    void jobsWithOneDatasetAndOneIndicatorMore() throws IOException {
        jobs = folder.resolve("jobs");
        try (Stream<Path> files = Files.walk(Path.of("jobs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        replace(jobs.resolve("exports.yaml"), "datasets:\n", DATASET);
        Path plan = jobs.resolve("plans/reference-2026.yaml");
        replace(plan, "\nindicators:\n", "\n" + INDICATOR);
        replace(plan, COOPERATION, COOPERATION.replace("mature: 10", "mature: 6"));
        Files.writeString(jobs.resolve("cases/talk-audience.yaml"), CASE);
    }

    private static void replace(Path file, String text, String by) throws IOException {
        String content = Files.readString(file);
        assertThat(content).containsOnlyOnce(text);
        Files.writeString(file, content.replace(text, by));
    }

    @Test
    void theCaseOfTheNewIndicatorHolds() {
        Map<String, Schema> schemas = ExportsFile.read(jobs.resolve("exports.yaml"));
        Plan plan = PlanFile.read(jobs.resolve("plans/reference-2026.yaml"), schemas);
        List<CaseResult> results =
                Cases.read(jobs.resolve("cases"), plan, schemas).run(CalendarFile.read(jobs.resolve("calendar")));
        assertThat(results)
                .filteredOn(result -> result.place().contains("talk-audience.yaml"))
                .singleElement()
                .satisfies(result -> assertThat(result.lines()).isEmpty());
    }

    /** What README shows is a plan. */
    @Test
    void theExampleOfTheReadmePassesTheCheck() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String example = readme.substring(readme.indexOf("```yaml\nindicators:") + "```yaml\n".length());
        Path plan = jobs.resolve("plans/reference-2026.yaml");
        replace(plan, "\nindicators:\n", "\n" + example.substring(0, example.indexOf("```")));
        Plan read = PlanFile.read(plan, ExportsFile.read(jobs.resolve("exports.yaml")));
        assertThat(read.indicators().keySet()).contains("difficult_visit_ratio");
    }

    @Test
    void aRunReadsTheNewExportAndPrintsValueAndPoints() throws IOException {
        Path inputs = Files.createDirectories(folder.resolve("in"));
        Files.writeString(
                inputs.resolve("花名册.csv"),
                "工号,序列,团队,大区,入职日期,转正日期,入序列日期,离职日期\nP1,成熟产品线,T1,East,2015-01-01,2015-07-01,2015-01-01,\n");
        Files.writeString(inputs.resolve("目标.csv"), "对象类型,对象,指标,周期,目标值\n个人,P1,sales_amount,2026-09,100000\n");
        Files.writeString(inputs.resolve("产品.csv"), "产品编码,生命周期,上市日期\n");
        Files.writeString(inputs.resolve("客户.csv"), "客户编码,客户类型,等级\n");
        Files.writeString(inputs.resolve("销售明细.csv"), "订单行号,订单日期,工号,客户编码,产品编码,数量,金额,成本\n");
        Files.writeString(inputs.resolve("合规事件.csv"), "事件编号,事件日期,工号,类型,严重程度,状态,核实日期\n");
        Files.writeString(
                inputs.resolve("学术讲座_2026.csv"),
                "讲座编号,工号,日期,听众人数\nT1,P1,2026-01-01,60\nT2,P1,2026/9/30,90\nT3,P1,2025-12-31,500\n");
        Path edition = new Engine(jobs, "month-end")
                .run(inputs, folder.resolve("out"), Period.month(2026, 9), LocalDate.of(2026, 10, 12));
        assertThat(Files.readAllLines(edition.resolve("indicators.csv")))
                .contains("P1,talk_audience,150.000000,,75.00,4,2,");
        assertThat(Files.readString(edition.resolve("problems.csv"))).doesNotContain("academic_talks");
    }
}
