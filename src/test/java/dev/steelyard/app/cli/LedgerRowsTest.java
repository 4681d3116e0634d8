package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.verb.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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

/** Verbs add to the ledger and never touch what is there; a copy holds the same. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.steelyard.TestDatabase#all")
class LedgerRowsTest {

    /** A line a verb, each after those before it. A new verb must be added here. */
    private static final String VERBS =
            """
            run month-end --quiet
            run month-end --quiet
            run month-end --trial --quiet
            run quarter-end --quiet
            validate month-end --quiet
            plan check jobs/plans/reference-2026.yaml
            plan show jobs/plans/reference-2026.yaml
            status
            runs
            schedule --next 3
            worker --threads 0
            verify month-end/2026-09
            doctor
            template orders --to $WORK/templates
            explain E1
            ledger copy --backup --to $COPY
            sign 2026-09 --role hr --by A
            sign 2026-09 --role finance --by C
            close 2026-09 --as-of 2026-12-01 --by B
            change
            run month-end --quiet
            reopen 2026-09 --reason again --by C
            compare month-end/2026-09/r1 month-end/2026-09/r2
            publish month-end/2026-09/r1
            simulate month-end --plan jobs/plans/reference-2026.yaml --periods 2026-09..2026-09
            run quarter-end --quiet
            """;

    @Parameter
    TestDatabase database;

    @TempDir
    Path work;

    private CommandRunner runner;

    @BeforeEach
    void takeASmallCompany() throws IOException {
        Path company = Path.of("src/test/resources/cli/company");
        Files.createDirectories(work.resolve("in"));
        try (Stream<Path> files = Files.list(company)) {
            for (Path file : files.toList()) {
                Files.copy(file, work.resolve("in").resolve(file.getFileName().toString()));
            }
        }
        runner = new CommandRunner()
                .on(database, work.resolve("out"))
                .with("STEELYARD_INPUTS", work.resolve("in").toString());
    }

    @Test
    void noVerbChangesARowThatIsThere() throws Exception {
        assertThat(VERBS.lines().map(line -> line.split(" ")[0]).toList())
                .as("every verb is tried")
                .containsAll(Steelyard.command(Session.of(CommandRunner.silent()))
                        .getSubcommands()
                        .keySet());
        Map<String, List<String>> before = new TreeMap<>();
        for (String line : VERBS.lines().toList()) {
            if (line.equals("change")) {
                Path orders = work.resolve("in").resolve("orders.csv");
                Files.writeString(orders, Files.readString(orders) + "\n");
                continue;
            }
            String command = line.replace("$WORK", work.toString())
                    .replace("$COPY", "jdbc:h2:file:" + work.resolve("copy").resolve("steelyard"));
            CommandRunner.Ended ended = runner.run(command.split(" "));
            assertThat(ended.exit())
                    .as("%s%n%s%s", line, ended.out(), ended.err())
                    // The engine's own jobs hand out to nobody; a worker works until it is stopped.
                    .isIn(line.startsWith("publish") || line.startsWith("worker") ? List.of(2) : List.of(0, 5));
            Map<String, List<String>> after = dump(database.jdbc(work.resolve("out")));
            before.forEach((table, rows) ->
                    assertThat(after.get(table)).as("%s after %s", table, line).containsAll(rows));
            before.clear();
            before.putAll(after);
        }
        assertThat(before.get("run")).hasSize(4);
        assertThat(before.get("period_decision")).hasSize(4);
    }

    /** All rows as text, by table. */
    private static Map<String, List<String>> dump(String jdbc) throws SQLException {
        Map<String, List<String>> dump = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "select lower(table_name) from information_schema.tables where table_schema = current_schema and lower(table_name) not like 'batch%' and lower(table_name) not like 'flyway%'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                List<String> rows = new ArrayList<>();
                try (ResultSet found = statement.executeQuery("select * from " + table)) {
                    while (found.next()) {
                        StringBuilder row = new StringBuilder();
                        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                            row.append(found.getString(i)).append('|');
                        }
                        rows.add(row.toString());
                    }
                }
                dump.put(table, rows);
            }
        }
        return dump;
    }

    @Test
    void aCopyIsTheSameLedgerOnAnyDatabase() {
        assertThat(runner.run("run", "month-end", "--quiet").exit()).isZero();
        String runs = runner.run("runs", "--json").out();
        TestDatabase.all().forEach(target -> {
            // The outputs stay; only their ledger moves.
            // The other option is for whoever looks from outside.
            String url = target.empty(work.resolve("copy-" + target)).replace(";TRACE_LEVEL_FILE=0", "");
            CommandRunner.Ended copied = runner.run("ledger", "copy", "--backup", "--to", url, "--json");
            assertThat(copied.exit()).as(copied.err()).isZero();
            assertThat(copied.out()).contains("\"table\" : \"run_payout\"", "\"amount\" : \"315.80\"");
            assertThat(runner.run("runs", "--json", "--db", url).out()).isEqualTo(runs);
            CommandRunner.Ended again = runner.run("run", "month-end", "--quiet", "--json", "--db", url);
            assertThat(again.exit()).isZero();
            assertThat(again.out()).contains("\"unchanged\"");
            assertThat(runner.run("verify", "month-end/2026-09", "--json", "--db", url)
                            .out())
                    .contains("\"ledger\" : \"compared\"");
            assertThat(runner.run("ledger", "copy", "--backup", "--to", url).exit())
                    .isEqualTo(Exit.REFUSED);
        });
    }

    @Test
    void bothDatabasesGiveTheSameFolders() throws IOException {
        // The quarter reads months and the month before from the ledger.
        List<String> lines = List.of(
                // August has no targets, so that everybody is held.
                "run month-end --period 2026-08 --quiet --accept HELD --reason no-targets --by A",
                "run month-end --period 2026-09 --quiet",
                "run quarter-end --quiet");
        CommandRunner embedded = new CommandRunner()
                .on(TestDatabase.H2, work.resolve("embedded"))
                .with("STEELYARD_INPUTS", work.resolve("in").toString());
        for (String line : lines) {
            assertThat(runner.run(line.split(" ")).exit()).isIn(0, 5);
            assertThat(embedded.run(line.split(" ")).exit()).isIn(0, 5);
        }
        Map<String, String> expected = files(work.resolve("embedded"));
        assertThat(expected).hasSizeGreaterThan(30);
        assertThat(files(work.resolve("out"))).isEqualTo(expected);
    }

    private static Map<String, String> files(Path output) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(output)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = output.relativize(file).toString();
                if (!name.startsWith("ledger") && !name.startsWith("logs")) {
                    files.put(name, new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }
}
