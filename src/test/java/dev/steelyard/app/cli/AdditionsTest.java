package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the plan and the exports file promise: a dataset is one entry, an indicator one entry, and both are read, calculated and told in
 * either language without a line of Java (architecture.md 3). A language is one file: {@link CommandsInAnotherLanguageTest}.
 */
class AdditionsTest {

    private static final String DATASET =
            """

              parking:
                zh: 停车记录
                key: [parking_id]
                date: date
                columns:
                  parking_id: {zh: 停车编号, filled: true}
                  employee_id: {zh: 工号, references: employees, filled: true}
                  date: {zh: 日期, type: date}
            """;

    private static final String INDICATOR =
            """
              parked_days:
                name: {zh: 停车天数, en: Days parked}
                dimension: customer
                weight: {mature: 0, innovation: 0, dealer: 0}
                unit: number
                measure: {verb: count, of: parking}
                missing: skip

            """;

    @TempDir
    private Path home;

    private Path exports;
    private Path plan;

    @BeforeEach
    void addToBoth() throws IOException {
        try (Stream<Path> years = Files.list(Path.of("jobs/calendar"))) {
            Path calendar = Files.createDirectory(home.resolve("calendar"));
            for (Path year : years.toList()) {
                Files.copy(year, calendar.resolve(year.getFileName()));
            }
        }
        exports = home.resolve("exports.yaml");
        plan = home.resolve("plan.yaml");
        Files.writeString(
                exports, Files.readString(Path.of("jobs/exports.yaml")).stripTrailing() + DATASET);
        String reference = Files.readString(Path.of("jobs/plans/reference-2026.yaml"));
        assertThat(reference).contains("\n  effective_visit_ratio:");
        Files.writeString(plan, reference.replaceFirst("(?m)^(  effective_visit_ratio:)", INDICATOR + "$1"));
    }

    @Test
    void anIndicatorOverANewDatasetIsTwoEntries() {
        CommandRunner.Ended check = run("check");
        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(run("show", "--lang", "zh").out()).contains("停车天数（parked_days）", "「停车记录」的条数");
        assertThat(run("show", "--lang", "en").out()).contains("Days parked (parked_days)", "number of parking");
    }

    private CommandRunner.Ended run(String verb, String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {"plan", verb, plan.toString(), "--exports", exports.toString()}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return new CommandRunner().run(arguments);
    }
}
