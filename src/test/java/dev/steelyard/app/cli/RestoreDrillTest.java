package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The drill of docs/service.md does what it says, line by line. */
class RestoreDrillTest {

    private static final String COMMAND = "steelyard ";

    @TempDir
    Path work;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theDrillOfTheManualEndsWell() throws Exception {
        List<String> drill = Files.readString(Path.of("docs/service.md"))
                .split("```drill\n")[1]
                .split("```")[0]
                .lines()
                .toList();
        assertThat(drill).hasSizeGreaterThan(8);
        String inputs =
                Path.of("src/test/resources/cli/company").toAbsolutePath().toString();
        for (String line : drill) {
            String[] parts = line.split("# exit ");
            String command = parts[0].replace("drill", work.resolve("drill").toString())
                    .replace("--inputs inputs", "--inputs " + inputs)
                    .strip();
            if (command.startsWith(COMMAND)) {
                CommandRunner.Ended ended = new CommandRunner()
                        .run(command.substring(COMMAND.length()).split(" +"));
                assertThat(ended.exit())
                        .as("%s%n%s%s", line, ended.out(), ended.err())
                        .isEqualTo(Integer.parseInt(parts[1].strip()));
            } else {
                Process process =
                        new ProcessBuilder("bash", "-c", command).inheritIO().start();
                assertThat(process.waitFor()).as(line).isZero();
            }
        }
        assertThat(Arrays.asList(work.toFile().list())).isEmpty();
    }
}
