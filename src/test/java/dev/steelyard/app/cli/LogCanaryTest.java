package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No name, id, amount or text of an export gets into the log, however much is logged: a company whose every cell is a canary goes
 * through the verbs that are logged, well and badly.
 */
class LogCanaryTest {

    private static final Path COMPANY = Path.of("src/test/resources/cli/company");

    /** What is recognised wherever it comes up; an amount by its digits. */
    private static final List<String> CANARIES = List.of("KANARIE", "金丝雀", "48151623");

    /** Each cell that a person or a system made up, as a canary. */
    private static final Map<String, String> CELLS = Map.ofEntries(
            Map.entry("E1", "KANARIE-E1"),
            Map.entry("E2", "KANARIE-E2"),
            Map.entry("E9", "KANARIE-E9"),
            Map.entry("T01", "KANARIE-T"),
            Map.entry("C01", "KANARIE-C"),
            Map.entry("H1", "KANARIE-H"),
            Map.entry("P1", "KANARIE-P"),
            Map.entry("张三", "金丝雀甲"),
            Map.entry("李四", "金丝雀乙"),
            Map.entry("王五", "金丝雀丙"),
            Map.entry("第一医院", "金丝雀医院"),
            Map.entry("支架", "金丝雀支架"),
            Map.entry("华东", "金丝雀区"),
            Map.entry("介入", "金丝雀线"),
            Map.entry("10000", "48151623"),
            Map.entry("20000", "48151623.42"),
            Map.entry("12000.00", "48151623.10"),
            Map.entry("9000.00", "48151623.20"),
            Map.entry("6000.00", "481516.23"));

    @TempDir
    private Path work;

    private void takeACompanyOfCanaries() throws IOException {
        Files.createDirectories(work.resolve("in"));
        try (Stream<Path> files = Files.list(COMPANY)) {
            for (Path file : files.toList()) {
                List<String> lines = Files.readAllLines(file).stream()
                        .map(line -> Stream.of(line.split(",", -1))
                                .map(cell -> CELLS.getOrDefault(cell, cell))
                                .reduce((left, right) -> left + "," + right)
                                .orElse(""))
                        .toList();
                Files.write(work.resolve("in").resolve(file.getFileName().toString()), lines);
            }
        }
        // What is rejected, doubled, unknown, on hold and not understood.
        append(
                "orders.csv",
                """
                O1,2026-09-03,KANARIE-E1,KANARIE-H,KANARIE-P,1,48151623.10,481516.23
                O1,2026-09-03,KANARIE-E1,KANARIE-H,KANARIE-P,1,48151623.99,481516.23
                KANARIE-O5,2026-09-05,KANARIE-E7,KANARIE-H,KANARIE-P,1,48151623.10,481516.23
                KANARIE-O6,2026-09-05,KANARIE-E1,KANARIE-H,KANARIE-P,1,金丝雀48151623,481516.23
                KANARIE-O7,金丝雀,KANARIE-E1
                """);
        append("compliance_events.csv", "KANARIE-EV,2026-09-10,KANARIE-E2,bribery,severe,alleged,,金丝雀证据\n");
        Files.writeString(work.resolve("in").resolve("金丝雀.csv"), "KANARIE\n48151623\n");
        Files.writeString(work.resolve("in").resolve("visits金丝雀.csv"), "KANARIE,金丝雀\n48151623,1\n");
        Files.writeString(work.resolve("in").resolve("surveys.xlsx"), "KANARIE is no workbook 金丝雀");
    }

    private void append(String file, String rows) throws IOException {
        Path path = work.resolve("in").resolve(file);
        Files.writeString(path, Files.readString(path) + rows);
    }

    private CommandRunner runner(TestDatabase database, String format) {
        return new CommandRunner()
                .on(database, work.resolve("out"))
                .with("STEELYARD_INPUTS", work.resolve("in").toString())
                .with("STEELYARD_LOG_LEVEL", "debug")
                .with("STEELYARD_LOG_FORMAT", format);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.steelyard.TestDatabase#all")
    void noCellGetsIntoTheLog(TestDatabase database) throws IOException {
        takeACompanyOfCanaries();
        CommandRunner text = runner(database, "text");
        assertThat(text.run("run", "month-end", "--quiet").exit()).isIn(0, 5);
        assertThat(text.run("run", "month-end", "--quiet").exit()).isIn(0, 5);
        assertThat(text.run("run", "month-end", "--trial", "--quiet").exit()).isIn(0, 5);
        assertThat(text.run("sign", "2026-09", "--role", "hr", "--by", "金丝雀").exit())
                .isZero();
        assertThat(text.run("sign", "2026-09", "--role", "finance", "--by", "KANARIE")
                        .exit())
                .isZero();
        assertThat(text.run("close", "2026-08", "--by", "金丝雀").exit()).isEqualTo(4);
        assertThat(text.run("close", "2026-09", "--as-of", "2026-12-01", "--by", "金丝雀", "--undisputed")
                        .exit())
                .isZero();
        assertThat(text.run("reopen", "2026-09", "--reason", "金丝雀", "--by", "KANARIE")
                        .exit())
                .isZero();
        CommandRunner json = runner(database, "json");
        append("orders.csv", "KANARIE-O8,2026-09-05,KANARIE-E1,KANARIE-H,KANARIE-P,1,48151623.10,481516.23\n");
        assertThat(json.run("run", "month-end", "--quiet").exit()).isIn(0, 5);
        assertThat(json.run("run", "quarter-end", "--quiet").exit()).isIn(0, 5);
        assertThat(json.run(
                                "ledger",
                                "copy",
                                "--backup",
                                "--to",
                                "jdbc:h2:file:" + work.resolve("KANARIE") + ";PASSWORD=KANARIE")
                        .exit())
                .isIn(0, 6);
        Files.writeString(work.resolve("in").resolve("orders.csv"), "KANARIE,金丝雀\n48151623,1\n");
        assertThat(json.run("run", "month-end", "--quiet").exit()).isEqualTo(2);
        assertThat(json.run("run", "金丝雀", "--quiet").exit()).isEqualTo(2);

        String log = log();
        assertThat(log)
                .contains("run begins", "published", "unchanged", "phase=measure", "\"phase\":\"freeze\"", "failed");
        // The words of the log are English; whatever is not has come from somewhere else.
        assertThat(log).isASCII();
        CANARIES.forEach(canary -> assertThat(log).doesNotContain(canary));
    }

    private String log() throws IOException {
        StringBuilder log = new StringBuilder();
        try (Stream<Path> files = Files.list(work.resolve("out").resolve("logs"))) {
            for (Path file : files.sorted().toList()) {
                log.append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return log.toString();
    }
}
