package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.PlanFile;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.ledger.store.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column that the engine reads by its name is missed when the exports file is read, never in the middle of a run. */
class EngineColumnsTest {

    @TempDir
    Path home;

    @Test
    void whatTheExportsFileMayLeaveOutNobodyMisses() throws IOException {
        Path jobs = home.resolve("jobs");
        copy(Path.of("jobs"), jobs);
        Path exports = jobs.resolve("exports.yaml");
        List<String> lines = new ArrayList<>(Files.readAllLines(exports));
        int leftOut = 0;
        for (Schema schema : ExportsFile.read(exports).values()) {
            for (DatasetColumn column : schema.columns()) {
                List<String> fewer = without(lines, schema.dataset(), column.name());
                Files.write(exports, fewer);
                if (isValid(exports, jobs)) {
                    lines = fewer;
                    leftOut++;
                }
            }
        }
        Files.write(exports, lines);
        assertThat(leftOut).as("columns that the plan does not ask for").isGreaterThan(10);

        CommandRunner steelyard = new CommandRunner()
                .with("STEELYARD_OUTPUT", home.resolve("output").toString());
        for (String job : List.of("month-end", "weekly-alerts")) {
            CommandRunner.Ended ran = steelyard.run(
                    "run",
                    job,
                    "--period",
                    "2026-09",
                    "--inputs",
                    "input-samples",
                    "--home",
                    home.toString(),
                    "--lang",
                    "en");
            assertThat(ran.exit()).as(ran.err()).isIn(Exit.DONE, Exit.BEYOND_THRESHOLDS);
        }
        CommandRunner.Ended explained =
                steelyard.run("explain", "E0101", "--period", "2026-09", "--home", home.toString(), "--json");
        assertThat(explained.exit()).as(explained.err()).isEqualTo(Exit.DONE);
    }

    private static boolean isValid(Path exports, Path jobs) {
        try {
            Map<String, Schema> schemas = ExportsFile.read(exports);
            PlanFile.read(jobs.resolve("plans/reference-2026.yaml"), schemas);
            return true;
        } catch (InvalidFile e) {
            return false;
        }
    }

    /** The entry of a column and what is indented under it. */
    private static List<String> without(List<String> lines, String dataset, String column) {
        List<String> kept = new ArrayList<>();
        boolean here = false;
        boolean columns = false;
        boolean gone = false;
        for (String line : lines) {
            if (line.matches(" {2}\\w+:.*")) {
                here = line.startsWith("  " + dataset + ":");
            }
            if (line.matches(" {4}\\w+:.*")) {
                columns = here && line.startsWith("    columns:");
            }
            if (line.matches(" {6}\\S.*")) {
                gone = columns && line.startsWith("      " + column + ":");
            } else if (!line.startsWith("       ")) {
                gone = false;
            }
            if (!gone) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, FileNames.resolve(to, from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
