package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.ledger.store.ContentStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What explain finds by looking for a person's id is what it finds by reading every row. */
class KeptRowsTest {

    @TempDir
    Path work;

    private Path inputs;
    private CommandRunner runner;

    @BeforeEach
    void copyInputs() throws IOException {
        inputs = Files.createDirectories(work.resolve("in"));
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/cli/company"))) {
            for (Path file : files.toList()) {
                Files.copy(file, inputs.resolve(file.getFileName().toString()));
            }
        }
        runner = new CommandRunner()
                .with("STEELYARD_OUTPUT", work.resolve("out").toString())
                .with("STEELYARD_INPUTS", inputs.toString());
    }

    @Test
    void rowsAreToldHoweverTheyNameSomebody() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(inputs.resolve("orders.csv")));
        int changed = 0;
        for (int i = 1; i < lines.size(); i += 2) {
            String wide = lines.get(i).replace(",E1,", ", " + wide("E1") + ",");
            changed += wide.equals(lines.set(i, wide)) ? 0 : 1;
        }
        assertThat(changed).isPositive();
        Files.writeString(inputs.resolve("orders.csv"), String.join("\n", lines) + "\n");
        sameWithAndWithoutCells();
    }

    @Test
    void rowsOfASplitAreToldThoughTheyNameAnother() throws IOException {
        String line = Files.readAllLines(inputs.resolve("orders.csv")).stream()
                .filter(row -> row.contains(",E1,"))
                .map(row -> row.split(",")[0])
                .findFirst()
                .orElseThrow();
        Files.writeString(
                inputs.resolve("splits.csv"),
                "order_line_id,employee_id,share\n" + line + ",E1,50%\n" + line + ",E2,50%\n");
        sameWithAndWithoutCells();
    }

    @Test
    void aSplitThatDoesNotHoldIsOfALineThatIsThere() throws IOException {
        String line = Files.readAllLines(inputs.resolve("orders.csv")).get(1).split(",")[0];
        Files.writeString(
                inputs.resolve("splits.csv"),
                "order_line_id,employee_id,share\n" + line + ",E1,60%\n" + line + ",E2,60%\nnone,E1,100%\n");
        runner.run("run", "month-end", "--quiet");
        assertThat(Files.readAllLines(work.resolve("out/month-end/2026-09/r1/problems.csv")))
                .anySatisfy(row -> assertThat(row).contains("E-ROW-SPLIT").contains(line))
                .filteredOn(row -> row.contains("W-SPLIT-OF-UNKNOWN-LINE"))
                .singleElement()
                .asString()
                .contains("(none)")
                .doesNotContain(line);
    }

    /** Checksums find an entry; that the bytes are the same is seen of the bytes. */
    @Test
    void otherBytesOfTheSameChecksumsAreMeasured() throws IOException {
        assertThat(runner.run("run", "month-end", "--quiet").exit()).isIn(0, 5);
        Path cells = work.resolve("out/ledger/cells");
        Path orders = inputs.resolve("orders.csv");
        String before = sha256(orders);
        String text = Files.readString(orders);
        String changed = text.replace("000.00", "001.00");
        assertThat(changed).isNotEqualTo(text).hasSameSizeAs(text);
        Files.writeString(orders, changed);
        String after = sha256(orders);
        for (Path known : files(cells, before + "-.*\\.bytes")) {
            Files.copy(known, cells.resolve(known.getFileName().toString().replace(before, after)));
        }
        assertThat(files(cells, after + "-.*\\.bytes")).isNotEmpty();
        assertThat(runner.run("run", "month-end", "--quiet").exit()).isIn(0, 5);
        Path kept = work.resolve("out/month-end/2026-09/r2/indicators.csv");
        Path anew = work.resolve("anew/month-end/2026-09/r1/indicators.csv");
        runner.with("STEELYARD_OUTPUT", work.resolve("anew").toString()).run("run", "month-end", "--quiet");
        assertThat(kept).hasSameTextualContentAs(anew);
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(name))
                    .toList();
        }
    }

    private static String sha256(Path file) throws IOException {
        return ContentStore.hashed(file).sha256();
    }

    private void sameWithAndWithoutCells() throws IOException {
        assertThat(runner.run("run", "month-end", "--quiet").exit()).isIn(0, 5);
        for (String person : List.of("E1", "E2")) {
            String kept = explained(person);
            assertThat(kept).contains("orders.csv");
            Path cells = work.resolve("out/ledger/cells");
            Path aside = work.resolve("aside");
            Files.move(cells, aside);
            assertThat(explained(person)).as(person).isEqualTo(kept);
            Files.move(aside, cells);
        }
    }

    private String explained(String person) {
        CommandRunner.Ended ended =
                runner.run("explain", person, "--period", "2026-09", "--role", "hr", "--json", "--quiet");
        assertThat(ended.exit()).as(ended.err()).isZero();
        return ended.out();
    }

    private static String wide(String text) {
        return text.chars().mapToObj(c -> String.valueOf((char) (c + 0xFEE0))).collect(Collectors.joining());
    }
}
