package dev.steelyard.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.doctor.Diagnosis.Check;
import dev.steelyard.app.doctor.Diagnosis.Mark;
import dev.steelyard.ledger.database.LedgerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Each thing that can be wrong with a ledger and its folders is found, on every database, and the look changes nothing. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.steelyard.TestDatabase#all")
class DoctorTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-10-12T09:30:00+08:00");

    private static final String RUN =
            "insert into run values ('month-end', '2026-09', 1, 'id', date '2026-10-12', 'p', '', '', '', '', 'h', 'f',"
                    + " timestamp with time zone '2026-10-12 09:00:00+08:00')";

    @Parameter
    TestDatabase database;

    @TempDir
    Path output;

    @BeforeEach
    void makeALedger() throws IOException {
        LedgerDatabase.open(ledger(), database.url(output)).close();
    }

    private Path ledger() {
        return output.resolve("ledger");
    }

    private List<Diagnosis> findings(OffsetDateTime now) throws IOException {
        Installation installation = new Installation(
                Path.of(""), output, ledger(), database.url(output), Path.of("input-samples"), Map.of(), now, "test");
        return new Doctor(installation).findings("en", InstantSource.fixed(now.toInstant()), false);
    }

    private List<Diagnosis> findings() throws IOException {
        return findings(NOW);
    }

    private Optional<Diagnosis> finding(String key) throws IOException {
        return findings().stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** What somebody does to the database with any SQL client. */
    private void execute(String... statements) throws SQLException {
        try (Connection client = DriverManager.getConnection(database.jdbc(output));
                Statement statement = client.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void aSoundInstallationHasNothingWrong() throws IOException {
        assertThat(findings()).noneMatch(one -> one.mark() == Mark.WRONG);
        assertThat(finding("ledger")).isPresent();
        assertThat(finding("versions")).isPresent();
    }

    @Test
    void triggersThatWereTakenDownAreNamed() throws Exception {
        execute(
                database == TestDatabase.H2
                        ? "drop trigger run_payout_append_only"
                        : "drop trigger append_only on run_payout");
        assertThat(finding("ledger-bare").orElseThrow().slots()).containsExactly("tables", List.of("run_payout"));
        // Looking mends nothing; the next run does.
        assertThat(finding("ledger-bare")).isPresent();
        LedgerDatabase.open(ledger(), database.url(output)).close();
        assertThat(finding("ledger-bare")).isEmpty();
    }

    @Test
    void triggersThatAReplicaPassesByAreNoGuard() throws Exception {
        if (database == TestDatabase.POSTGRES) {
            execute("alter table run_payout enable trigger append_only");
            assertThat(finding("guard-changed").orElseThrow().slots()).containsExactly("tables", List.of("run_payout"));
        }
    }

    @Test
    void aLedgerOfANewerEngineIsNotForThisOne() throws Exception {
        execute(
                """
                insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "installed_by",
                    "execution_time", "success") values (99, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, true)
                """);
        assertThat(finding("ledger-newer").orElseThrow().mark()).isEqualTo(Mark.WRONG);
    }

    @Test
    void aLedgerOfAnOlderEngineIsBroughtUpToDateByTheNextRun() throws Exception {
        execute("delete from \"flyway_schema_history\" where \"installed_rank\" = (select max(\"installed_rank\") from"
                + " \"flyway_schema_history\")");
        Diagnosis older = finding("ledger-older").orElseThrow();
        assertThat(older.mark()).isEqualTo(Mark.LOOK);
        assertThat(older.slots()).contains("count", 1);
    }

    @Test
    void aClockBeforeTheNewestEntryIsWrong() throws Exception {
        execute(RUN);
        assertThat(keys(Check.CLOCK, NOW)).containsExactly("clock");
        assertThat(keys(Check.CLOCK, NOW.minusYears(1))).containsExactly("clock-behind");
    }

    @Test
    void aRunThatWasKilledIsToldWithHowToGoOn() throws Exception {
        execute(
                "insert into batch_job_instance (job_instance_id, version, job_name, job_key) values (1, 0, 'month-end', 'k')",
                "insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, status) values (1, 0, 1, timestamp '2026-10-12 09:00:00', 'STARTED')",
                "insert into batch_job_execution_params values (1, 'period', 'java.lang.String', '2026-09', 'Y')",
                "insert into batch_job_execution_params values (1, 'mode', 'java.lang.String', 'final', 'Y')");
        assertThat(finding("run-interrupted").orElseThrow().slots())
                .containsExactly("job", "month-end", "period", "2026-09");
        // Gone on with and ended.
        execute(
                "insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, status) values (2, 0, 1, timestamp '2026-10-12 09:10:00', 'COMPLETED')");
        assertThat(finding("run-interrupted")).isEmpty();
    }

    @Test
    void triggersThatDoNotFireAreFound() throws Exception {
        execute(
                """
                insert into qrtz_job_details (sched_name, job_name, job_group, job_class_name, is_durable, is_nonconcurrent,
                    is_update_data, requests_recovery) values ('s', 'j', 'g', 'Wake', true, true, false, false)
                """);
        String insert =
                """
                insert into qrtz_triggers (sched_name, trigger_group, job_name, job_group, trigger_type, start_time,
                    trigger_name, trigger_state, next_fire_time) values ('s', 'g', 'j', 'g', 'SIMPLE', 0, '%s', '%s', %d)
                """;
        long now = NOW.toInstant().toEpochMilli();
        execute(
                insert.formatted("coming", "WAITING", now + 1),
                insert.formatted("just-due", "WAITING", now - 60_000),
                insert.formatted("late", "WAITING", now - 7_200_000),
                insert.formatted("broken", "ERROR", now + 1));
        assertThat(findings())
                .filteredOn(one -> one.check() == Check.TRIGGERS)
                .extracting(one -> one.key() + " " + one.slots().get(1))
                .containsExactly("trigger-error broken", "trigger-late late");
    }

    @Test
    void whatAKilledHolderLeftIsToldToBeHarmless() throws IOException {
        Files.writeString(
                ledger().resolve("running.json"),
                "{\"pid\":1,\"job\":\"month-end\",\"period\":\"2026-09\",\"since\":\"2001-01-01T00:00:00Z\",\"host\":\"\"}");
        Files.setPosixFilePermissions(ledger().resolve("running.json"), PosixFilePermissions.fromString("rw-------"));
        assertThat(finding("holder-left").orElseThrow().mark()).isEqualTo(Mark.LOOK);
    }

    @Test
    void whatOthersCanReadIsNamed() throws IOException {
        Path edition = Files.createDirectory(output.resolve("month-end"));
        Files.setPosixFilePermissions(edition, PosixFilePermissions.fromString("rwxr-x---"));
        Path store = Files.createDirectory(ledger().resolve("store"));
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rwx-----x"));
        assertThat(finding("open-to-others").orElseThrow().slots()).contains(2, List.of(edition, store));
        Files.setPosixFilePermissions(edition, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rwx------"));
        assertThat(finding("permissions")).isPresent();
    }

    @Test
    void theYearsOfTheNextTwelveMonthsMustBeKnown() throws IOException {
        assertThat(keys(Check.CALENDAR, OffsetDateTime.parse("2025-12-31T12:00:00+08:00")))
                .containsExactly("calendar");
        assertThat(keys(Check.CALENDAR, NOW)).containsExactly("calendar-ends");
        assertThat(keys(Check.CALENDAR, OffsetDateTime.parse("2027-01-01T12:00:00+08:00")))
                .containsExactly("calendar-missing", "calendar-ends");
    }

    private List<String> keys(Check check, OffsetDateTime now) throws IOException {
        return findings(now).stream()
                .filter(one -> one.check() == check)
                .map(Diagnosis::key)
                .toList();
    }

    @Test
    void sizesAreWrittenForPeople() {
        assertThat(List.of(0L, 1023L, 1024L, 1536L, 5L << 30, Long.MAX_VALUE / 100))
                .extracting(bytes -> new DiskLook.Bytes(bytes).toString())
                .containsExactly("0 B", "1023 B", "1.0 KB", "1.5 KB", "5.0 GB", "83886.0 TB");
    }
}
