package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.ledger.status.RunStatus;
import dev.steelyard.ledger.status.StatusFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes that are told to stop: they end in order, with the signal's exit code, and the next start goes on. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals")
class SignalsTest {

    private static final String MEASURING = "读取并计量";

    @TempDir
    static Path folder;

    private static Map<String, String> expected;
    private static final List<RunStatus> TOLD = new ArrayList<>();

    /** The run that nobody disturbs, watched through its status file. */
    @BeforeAll
    static void runUndisturbed() throws Exception {
        Path output = folder.resolve("undisturbed");
        Process process = start(output, "run", "month-end");
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            while (err.readLine() != null) {
                StatusFile.RUN
                        .read(output.resolve("ledger"))
                        .filter(status -> status.pid() == process.pid())
                        .ifPresent(TOLD::add);
            }
        }
        assertThat(process.waitFor()).isZero();
        expected = content(output);
    }

    /** Who starts the tests in the background ignores SIGINT, and whatever they start would inherit that. */
    private static final List<String> HEARING = hearing();

    private static List<String> hearing() {
        List<String> command = List.of("env", "--default-signal=INT");
        try {
            boolean can = new ProcessBuilder("env", "--default-signal=INT", "true")
                            .start()
                            .waitFor()
                    == 0;
            return can ? command : List.of();
        } catch (IOException | InterruptedException e) {
            return List.of();
        }
    }

    private static Process start(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(HEARING);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Steelyard.class.getName()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of(
                "--period", "2026-09", "--as-of", "2026-10-12", "--inputs", "input-samples", "--output", "" + output));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Sends the signal once the process reads its inputs, and returns all that it says. */
    private static String signalled(Process process, String signal) throws Exception {
        StringBuilder said = new StringBuilder();
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith(MEASURING)) {
                    Process kill = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start();
                    assertThat(kill.waitFor()).isZero();
                }
            }
        }
        return said.toString();
    }

    private static Map<String, String> content(Path output) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path edition = output.resolve("month-end/2026-09");
        try (Stream<Path> all = Files.walk(edition)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        edition.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void runStopsInOrderAndTheNextOneGoesOn(String signal, int exit) throws Exception {
        Path output = folder.resolve(signal);
        Process process = start(output, "run", "month-end");
        String said = signalled(process, signal);
        assertThat(process.waitFor()).as(said).isEqualTo(exit);
        assertThat(said).contains("正在停止", "再执行一次同样的命令，会从停下处继续。").doesNotContain("错误");
        assertThat(output.resolve("month-end/2026-09/r1")).doesNotExist();
        assertThat(StatusFile.RUN.read(output.resolve("ledger"))).isEmpty();
        assertThat(output.resolve("ledger/status.json")).doesNotExist();
        assertThat(output.resolve("ledger/running.json")).doesNotExist();
        assertThat(start(output, "run", "month-end", "--quiet").waitFor()).isZero();
        assertThat(content(output)).isEqualTo(expected);
    }

    @Test
    void validateLeavesNothing() throws Exception {
        Path output = Files.createDirectory(folder.resolve("validated"));
        Process process = start(output, "validate", "month-end");
        String said = signalled(process, "TERM");
        assertThat(process.waitFor()).as(said).isEqualTo(Exit.STOPPED);
        assertThat(said).contains("没有改动任何内容");
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void aRunTellsHowFarItIs() {
        assertThat(TOLD).isNotEmpty().allSatisfy(status -> {
            assertThat(status.job()).isEqualTo("month-end");
            assertThat(status.period()).isEqualTo("2026-09");
            assertThat(status.phase()).isNotBlank();
        });
        assertThat(folder.resolve("undisturbed/ledger/status.json")).doesNotExist();
    }
}
