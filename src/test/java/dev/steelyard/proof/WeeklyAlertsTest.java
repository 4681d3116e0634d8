package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.batch.Outcome;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.output.publish.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weekly alerts through the real batch and ledger, beside a month end of the same period. */
class WeeklyAlertsTest {

    private static final Path JOBS = Path.of("jobs");
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-10-12T09:00:00+08:00");

    @TempDir
    Path folder;

    private TinyCompany company;

    @BeforeEach
    void theSmallestCompany() throws IOException {
        company = TinyCompany.in(
                folder,
                """
                        == visits.csv
                        visit_id,visited_at,employee_id,customer_id,department,target_department,minutes,effective_minutes,difficulty,complete
                        V1,2026-09-03 10:00,E1,H1,A,yes,60,45,normal,no
                        """);
    }

    private Path weekly(TestDatabase database, int day) throws IOException {
        return ((Outcome.Published) company.run(database, "weekly-alerts", "2026-09", LocalDate.of(2026, 9, day)))
                .folder();
    }

    @ParameterizedTest
    @MethodSource("dev.steelyard.TestDatabase#all")
    void anEditionHoldsAlertsAndTheLedgerNeitherScoresNorMoney(TestDatabase database) throws Exception {
        Path edition = weekly(database, 14);
        assertThat(names(edition))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("alerts/")
                        || List.of("problems.csv", "suspensions.csv", "manifest.json")
                                .contains(name));
        assertThat(names(edition)).anyMatch(name -> name.startsWith("alerts/"));
        assertThat(Manifest.read(edition).totals().keySet()).isNotEmpty().allMatch(total -> total.startsWith("rows_"));
        assertThat(Verification.of(edition).differences()).isEmpty();
        assertThat(rows(database, "run")).isEqualTo(1);
        for (String table : List.of("run_score", "run_dimension", "run_payout")) {
            assertThat(rows(database, table)).as(table).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.steelyard.TestDatabase#all")
    void anotherDayIsAnotherRevision(TestDatabase database) throws Exception {
        weekly(database, 14);
        assertThat(company.run(database, "weekly-alerts", "2026-09", LocalDate.of(2026, 9, 14)))
                .isInstanceOf(Outcome.Unchanged.class);
        assertThat(weekly(database, 21).getFileName()).hasToString("r2");
    }

    /** Both jobs publish September; only one of them scores it. */
    @ParameterizedTest
    @MethodSource("dev.steelyard.TestDatabase#all")
    void aQuarterReadsTheMonthThatWasScored(TestDatabase database) throws Exception {
        LocalDate after = LocalDate.of(2026, 10, 12);
        Outcome.Published month = (Outcome.Published) company.run(database, "month-end", "2026-09", after);
        weekly(database, 28);
        Outcome.Published quarter = (Outcome.Published) company.run(database, "quarter-end", "2026-Q3", after);
        assertThat(Manifest.read(quarter.folder()).earlier())
                .isEqualTo(Map.of("2026-09", month.identity().id()));
    }

    private static List<String> names(Path edition) throws IOException {
        try (Stream<Path> files = Files.walk(edition)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> edition.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private long rows(TestDatabase database, String table) throws IOException, SQLException {
        Path out = folder.resolve("out");
        try (LedgerDatabase ledger = LedgerDatabase.open(out.resolve("ledger"), database.url(out));
                Connection connection = ledger.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }
}
