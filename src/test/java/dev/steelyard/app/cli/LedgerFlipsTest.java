package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.cli.text.Exit;
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
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that lies: bytes of the embedded ledger's file change. The campaign flips more. */
class LedgerFlipsTest {

    private static final int FLIPS = Boolean.getBoolean("proof.campaign") ? 300 : 12;

    private static final List<String> TABLES = List.of(
            "run", "run_score", "run_dimension", "run_payout", "period_decision", "period_payment", "ledger_link");

    private static final String LEDGER = "ledger/steelyard.mv.db";

    @TempDir
    Path work;

    @Test
    void aFlippedByteOfTheLedgerIsFoundOrHarmless() throws Exception {
        Path inputs = Files.createDirectories(work.resolve("in"));
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/cli/company"))) {
            for (Path file : files.toList()) {
                Files.copy(file, inputs.resolve(file.getFileName().toString()));
            }
        }
        CommandRunner runner = new CommandRunner()
                .on(TestDatabase.H2, work.resolve("out"))
                .with("STEELYARD_INPUTS", inputs.toString());
        assertThat(runner.run("run", "month-end", "--quiet").exit()).isZero();
        for (String role : List.of("hr", "finance")) {
            assertThat(runner.run("sign", "2026-09", "--role", role, "--by", "A")
                            .exit())
                    .isZero();
        }
        assertThat(runner.run("close", "2026-09", "--as-of", "2026-12-01").exit())
                .isZero();
        byte[] whole = Files.readAllBytes(work.resolve("out").resolve(LEDGER));
        List<String> expected = dump(work.resolve("out"));
        Random random = new Random(12);
        int found = 0;
        int harmless = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = whole.clone();
            int at = random.nextInt(whole.length);
            flipped[at] ^= (byte) (1 + random.nextInt(255));
            // A folder of its own: within one process H2 may keep its lock on a file that it could not open.
            Path output = copy(work.resolve("out"), work.resolve("out-" + i));
            Files.write(output.resolve(LEDGER), flipped);
            int exit = new CommandRunner()
                    .on(TestDatabase.H2, output)
                    .run("verify", "month-end/2026-09")
                    .exit();
            if (exit == Exit.DONE) {
                assertThat(dump(output)).as("byte %s", at).isEqualTo(expected);
                harmless++;
            } else {
                assertThat(exit).as("byte %s", at).isIn(Exit.REFUSED, Exit.BEYOND_THRESHOLDS, Exit.RESOURCE_FAILED);
                found++;
            }
        }
        assertThat(found + harmless).isEqualTo(FLIPS);
        System.out.printf("flipped %d bytes of the ledger: %d found, %d harmless%n", FLIPS, found, harmless);
        assertThat(runner.run("verify", "month-end/2026-09").exit()).isZero();
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Files.copy(one, to.resolve(from.relativize(one).toString()));
            }
        }
        return to;
    }

    private static List<String> dump(Path output) throws SQLException, IOException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(TestDatabase.H2.jdbc(output) + ";ACCESS_MODE_DATA=r");
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet found = statement.executeQuery("select * from " + table + " order by 1, 2, 3, 4")) {
                    while (found.next()) {
                        StringBuilder row = new StringBuilder(table);
                        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                            row.append('|').append(found.getString(i));
                        }
                        rows.add(row.toString());
                    }
                }
            }
        }
        return rows;
    }
}
