package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Verbs that only look write nothing: a backup, a medium that cannot be written or a role that may only select will do. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.steelyard.TestDatabase#all")
class LookingTest {

    private static final List<String> VERBS = List.of(
            "status",
            "runs",
            "verify month-end/2026-09",
            "doctor",
            "explain E1 --period 2026-09",
            "compare month-end/2026-09/r1 month-end/2026-09/r2",
            "simulate month-end --plan jobs/plans/reference-2026.yaml --periods 2026-09..2026-09",
            "plan show jobs/plans/reference-2026.yaml");

    @Parameter
    TestDatabase database;

    @TempDir
    Path work;

    private CommandRunner runner;

    @BeforeEach
    void runTwice() throws IOException {
        Path inputs = Files.createDirectories(work.resolve("in"));
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/cli/company"))) {
            for (Path file : files.toList()) {
                Files.copy(file, inputs.resolve(file.getFileName().toString()));
            }
        }
        runner = new CommandRunner().on(database, work.resolve("out")).with("STEELYARD_INPUTS", inputs.toString());
        assertThat(runner.run("run", "month-end", "--quiet").exit()).isZero();
        Path orders = inputs.resolve("orders.csv");
        Files.writeString(orders, Files.readString(orders).replace("12000.00", "12500.00"));
        assertThat(runner.run("run", "month-end", "--quiet").exit()).isZero();
    }

    /** Every file below the outputs but logs: its bytes and when it was written. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(work.resolve("out"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = work.relativize(file).toString();
                if (!name.contains("logs")) {
                    files.put(name, Files.getLastModifiedTime(file) + " " + Files.size(file));
                }
            }
        }
        return files;
    }

    @Test
    void whoLooksWritesNoFile() throws IOException {
        Map<String, String> before = files();
        for (String verb : VERBS) {
            CommandRunner.Ended ended = runner.run(verb.split(" "));
            assertThat(ended.exit())
                    .as("%s%n%s%s", verb, ended.out(), ended.err())
                    .isZero();
            assertThat(files()).as(verb).isEqualTo(before);
        }
    }

    /** Version and fingerprint of its classes: whoever has another jar sees it. */
    @Test
    void theEngineIsNamedAlikeByItselfByDoctorAndByWhatItPublished() throws IOException {
        assertThat(runner.run("--version").out()).startsWith("steelyard " + EngineVersion.engine() + " ");
        assertThat(runner.run("doctor", "--lang", "en").out()).contains("engine " + EngineVersion.engine() + ",");
        assertThat(Manifest.read(work.resolve("out/month-end/2026-09/r2")).engine())
                .isEqualTo(EngineVersion.engine());
    }

    @Test
    void aRoleThatMayOnlySelectCanLookAndNotRun() throws SQLException {
        assumeTrue(database == TestDatabase.POSTGRES, "an embedded ledger has no roles");
        String url = database.url(work.resolve("out")).orElseThrow();
        try (Connection owner = DriverManager.getConnection(url);
                Statement statement = owner.createStatement()) {
            statement.execute("drop role if exists finance");
            statement.execute("create role finance login");
            statement.execute("grant usage on schema public to finance");
            statement.execute("grant select on all tables in schema public to finance");
        }
        try {
            CommandRunner finance = new CommandRunner()
                    .with("STEELYARD_OUTPUT", work.resolve("out").toString())
                    .with("STEELYARD_DB", url.replaceFirst("user=[^&]*", "user=finance"))
                    .with("STEELYARD_INPUTS", work.resolve("in").toString());
            for (String verb : VERBS) {
                CommandRunner.Ended ended = finance.run(verb.split(" "));
                assertThat(ended.exit())
                        .as("%s%n%s%s", verb, ended.out(), ended.err())
                        .isZero();
            }
            assertThat(finance.run("verify", "month-end/2026-09", "--json").out())
                    .contains("\"ledger\" : \"compared\"");
            assertThat(finance.run("run", "month-end", "--quiet").exit()).isEqualTo(Exit.RESOURCE_FAILED);
        } finally {
            try (Connection owner = DriverManager.getConnection(url);
                    Statement statement = owner.createStatement()) {
                statement.execute("drop owned by finance");
                statement.execute("drop role finance");
            }
        }
    }

    @Test
    void theLedgerIsFoundAboveTheFolderWhateverTheOutputIs() {
        String folder = work.resolve("out/month-end/2026-09/r2").toString();
        CommandRunner elsewhere = new CommandRunner()
                .with("STEELYARD_OUTPUT", work.resolve("elsewhere").toString());
        CommandRunner.Ended verified = elsewhere.run("verify", folder, "--json");
        if (database == TestDatabase.H2) {
            assertThat(verified.exit()).as(verified.out()).isZero();
            assertThat(verified.out()).contains("\"ledger\" : \"compared\"");
        } else {
            assertThat(verified.exit()).as(verified.out()).isEqualTo(Exit.BEYOND_THRESHOLDS);
            String command = new CommandRunner()
                    .with("STEELYARD_OUTPUT", work.resolve("out").toString())
                    .with("STEELYARD_INPUTS", work.resolve("in").toString())
                    .run(
                            "run",
                            "month-end",
                            "--db",
                            database.url(work.resolve("out")).orElseThrow())
                    .out();
            assertThat(command).contains("steelyard verify ", " --db \"jdbc:postgresql:");
        }
    }

    @Test
    void whoCannotCompareWithTheLedgerDoesNotVouch() throws IOException {
        Path copy = work.resolve("copy/month-end/2026-09");
        for (String name : List.of("r1", "r2")) {
            try (Stream<Path> all =
                    Files.walk(work.resolve("out/month-end/2026-09").resolve(name))) {
                for (Path each : all.toList()) {
                    Path to = copy.resolve(work.resolve("out/month-end/2026-09")
                            .relativize(each)
                            .toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(each, to);
                }
            }
        }
        CommandRunner elsewhere = new CommandRunner()
                .with("STEELYARD_OUTPUT", work.resolve("elsewhere").toString());
        CommandRunner.Ended verified =
                elsewhere.run("verify", copy.resolve("r2").toString(), "--lang", "en");
        assertThat(verified.exit()).isEqualTo(Exit.BEYOND_THRESHOLDS);
        assertThat(verified.out()).contains("Compared with: files only").doesNotContain("✓");
        CommandRunner.Ended asked =
                elsewhere.run("verify", copy.resolve("r2").toString(), "--lang", "en", "--head", "0123-4567-89ab-cdef");
        assertThat(asked.exit()).isEqualTo(Exit.REFUSED);
        assertThat(asked.out()).contains("does not lead to it").doesNotContain("✓");
        assertThat(elsewhere
                        .run("verify", copy.resolve("r2").toString(), "--json")
                        .out())
                .contains("\"outcome\" : \"files_only\"");
    }
}
