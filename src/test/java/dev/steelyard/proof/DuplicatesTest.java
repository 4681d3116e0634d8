package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.app.calculation.InputRefused;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.ledger.store.FileNames;
import dev.steelyard.sample.Company;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Rows that stand twice, in one file or in several, in one format or in two (rulings 88). */
class DuplicatesTest {

    private static final List<Rendering> VARIANTS = Rendering.variants();

    @TempDir
    Path folder;

    private Bench bench;
    private final RandomCompany random = RandomCompany.of(6);
    private Path inputs;
    private Map<String, String> clean;
    private List<List<String>> orders;

    @BeforeEach
    void runTheCompany() {
        bench = new Bench(folder);
        inputs = bench.exports(random.company(), Rendering.PLAIN);
        clean = bench.run(random, inputs).results();
        orders = random.company().rows("orders");
    }

    /** The orders as another rendering writes them, under the name given, beside {@code orders.csv}. */
    private void alsoAs(Rendering rendering, List<List<String>> rows, String name) throws IOException {
        Company only = new Company();
        rows.forEach(row -> only.add("orders", row.toArray()));
        Path other = bench.exports(only, rendering);
        try (Stream<Path> files = Files.list(other)) {
            Files.move(files.findFirst().orElseThrow(), FileNames.resolve(inputs, name));
        }
    }

    /** File → used or out of window, rejected, duplicate. */
    private static Map<String, List<Long>> orders(Published published) {
        Map<String, List<Long>> outcomes = new TreeMap<>();
        for (JsonNode input : published.manifest().get("inputs")) {
            if (input.get("dataset").asString().equals("orders")) {
                outcomes.put(
                        input.get("name").asString(),
                        List.of(
                                input.get("used").asLong()
                                        + input.get("out_of_window").asLong(),
                                input.get("rejected").asLong(),
                                input.get("duplicate").asLong()));
            }
        }
        return outcomes;
    }

    @Test
    void aRowInTwoFormatsCountsOnce() throws IOException {
        long all = orders.size();
        alsoAs(new Rendering(true, StandardCharsets.UTF_8, false, ',', true, 15, 16, 1), orders, "销售明细.xlsx");
        alsoAs(VARIANTS.get(2), orders, "销售明细_重发.csv");
        for (long slice : new long[] {32 << 20, 3_000}) {
            Published published = bench.run(random, inputs, slice);
            assertThat(published.results()).isEqualTo(clean);
            assertThat(orders(published))
                    .containsEntry("orders.csv", List.of(all, 0L, 0L))
                    .containsEntry("销售明细.xlsx", List.of(0L, 0L, all))
                    .containsEntry("销售明细_重发.csv", List.of(0L, 0L, all));
        }
    }

    @Test
    void anIdenticalFileIsRefused() throws IOException {
        Files.copy(inputs.resolve("orders.csv"), inputs.resolve("orders (2).csv"));
        assertThatThrownBy(() -> bench.run(random, inputs))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(refused.problems())
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.code()).isEqualTo(ProblemCode.FILE_TWICE);
                            assertThat(problem.where().file()).isEqualTo("orders.csv");
                        }));
    }

    @Test
    void theFirstByFileNameThenRowIsUsed() throws IOException {
        List<String> row = orders.get(0);
        alsoAs(Rendering.PLAIN, List.of(row, row), "orders-a.csv");
        alsoAs(VARIANTS.get(5), List.of(row), "orders-b.xlsx");
        Published published = bench.run(random, inputs);
        assertThat(published.results()).isEqualTo(clean);
        assertThat(published.rows("problems.csv"))
                .filteredOn(problem -> problem.get("code").equals("N-ROW-DUPLICATE"))
                .extracting(problem -> problem.get("file") + ":" + problem.get("row") + " " + problem.get("message"))
                .containsExactly(
                        "orders-a.csv:3 The row is the same as orders-a.csv:2; it is not counted.",
                        "orders-b.xlsx:2 The row is the same as orders-a.csv:2; it is not counted.",
                        "orders.csv:2 The row is the same as orders-a.csv:2; it is not counted.");
    }

    @Test
    void oneKeyWithDifferentContentRejectsAllItsRowsInAnySlices() throws IOException {
        List<String> row = orders.get(0);
        List<String> dearer = new ArrayList<>(row);
        dearer.set(6, "987654.32");
        alsoAs(Rendering.PLAIN, List.of(row), "orders-a.csv");
        alsoAs(VARIANTS.get(5), List.of(dearer), "orders-b.xlsx");
        Company without = RandomCompany.of(6).company();
        without.table("orders").remove(0);
        Map<String, String> expected =
                bench.run(random, bench.exports(without, Rendering.PLAIN)).results();
        for (long slice : new long[] {32 << 20, 3_000}) {
            Published published = bench.run(random, inputs, slice);
            assertThat(published.results()).isEqualTo(expected);
            assertThat(orders(published))
                    .containsEntry("orders-a.csv", List.of(0L, 1L, 0L))
                    .containsEntry("orders-b.xlsx", List.of(0L, 1L, 0L))
                    .containsEntry("orders.csv", List.of(orders.size() - 1L, 1L, 0L));
        }
    }

    @Test
    void aRejectedRowIsNoDouble() throws IOException {
        List<String> unknown = new ArrayList<>(orders.get(0));
        unknown.set(2, "NOBODY");
        alsoAs(Rendering.PLAIN, List.of(unknown), "orders-a.csv");
        Published published = bench.run(random, inputs);
        assertThat(published.results()).isEqualTo(clean);
        assertThat(orders(published)).containsEntry("orders-a.csv", List.of(0L, 1L, 0L));
    }

    @Test
    void registersFollowTheSameRule() throws IOException {
        Company company = RandomCompany.of(6).company();
        List<String> first = company.rows("employees").get(0);
        List<String> second = new ArrayList<>(company.rows("employees").get(1));
        company.table("employees").add(first);
        second.set(1, "另一人");
        company.table("employees").add(List.copyOf(second));
        Published published = bench.run(random, bench.exports(company, Rendering.PLAIN));
        assertThat(published.scores().get(second.get(0))).containsEntry("status", "held");
        assertThat(published.rows("problems.csv"))
                .filteredOn(problem -> problem.get("file").equals("employees.csv"))
                .extracting(problem -> problem.get("code"))
                .containsExactlyInAnyOrder(
                        "E-ROSTER-ROWS-DIFFER", "N-ROW-DUPLICATE", "E-ROW-KEY-CONFLICT", "E-ROW-KEY-CONFLICT");
    }

    @Test
    void spellingIsNoDifference() throws IOException {
        List<String> row = new ArrayList<>(orders.get(0));
        row.set(1, row.get(1).replace('-', '/'));
        row.set(6, new BigDecimal(row.get(6)).setScale(6).toPlainString());
        alsoAs(Rendering.PLAIN, List.of(row), "orders_z.csv");
        Published published = bench.run(random, inputs);
        assertThat(published.results()).isEqualTo(clean);
        assertThat(orders(published)).containsEntry("orders_z.csv", List.of(0L, 0L, 1L));
    }
}
