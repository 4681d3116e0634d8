package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.sample.Company;
import dev.steelyard.sample.Dataset;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The money of the exports is added up exactly, and none is lost between what went in and what became of it. */
class SumsTest {

    private static final long TINY = 6_000;
    private static final Map<String, List<String>> AMOUNTS = Map.of(
            "employees", List.of("monthly_salary"),
            "orders", List.of("amount", "cost"),
            "sell_in", List.of("amount"),
            "sell_out", List.of("amount"),
            "gifts_meetings", List.of("amount"));

    @TempDir
    Path folder;

    static LongStream seeds() {
        return Bench.seeds(6);
    }

    /** {@code orders.amount} → what the manifest says of it, summed over the files of the dataset. */
    private static Map<String, Map<String, BigDecimal>> sums(Published published) {
        Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
        for (JsonNode input : published.manifest().get("inputs")) {
            input.get("sums").properties().forEach(column -> {
                Map<String, BigDecimal> figures = sums.computeIfAbsent(
                        input.get("dataset").asString() + "." + column.getKey(), name -> new TreeMap<>());
                column.getValue()
                        .properties()
                        .forEach(figure -> figures.merge(
                                figure.getKey(),
                                new BigDecimal(figure.getValue().asString()),
                                BigDecimal::add));
            });
        }
        return sums;
    }

    private static void reconcile(Published published) {
        for (JsonNode input : published.manifest().get("inputs")) {
            input.get("sums").forEach(sum -> {
                BigDecimal notUsed = figure(sum, "out_of_window")
                        .add(figure(sum, "rejected"))
                        .add(figure(sum, "duplicate"));
                assertThat(figure(sum, "not_used")).isEqualByComparingTo(notUsed);
                assertThat(figure(sum, "in"))
                        .as(input.get("name").asString())
                        .isEqualByComparingTo(figure(sum, "used").add(notUsed));
            });
        }
    }

    private static BigDecimal figure(JsonNode sum, String name) {
        return new BigDecimal(sum.get(name).asString());
    }

    private static BigDecimal added(Company company, String dataset, String column) {
        int at = Dataset.of(dataset).columns().indexOf(column);
        return company.rows(dataset).stream()
                .map(row -> row.get(at))
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void moneyInIsWhatTheExportHolds(long seed) {
        Bench bench = new Bench(folder);
        RandomCompany random = RandomCompany.of(seed);
        Company company = random.company();
        for (Rendering rendering : List.of(
                Rendering.PLAIN,
                Rendering.variants().get((int) (seed % 5) + 1),
                Rendering.variants().get(6))) {
            Path inputs = bench.exports(company, rendering);
            Published published = bench.run(random, inputs, TINY);
            reconcile(published);
            Map<String, Map<String, BigDecimal>> sums = sums(published);
            company.datasets().forEach(dataset -> AMOUNTS.getOrDefault(dataset.name(), List.of())
                    .forEach(column -> assertThat(
                                    sums.get(dataset.name() + "." + column).get("in"))
                            .as("%s.%s %s", dataset.name(), column, rendering)
                            .isEqualByComparingTo(added(company, dataset.name(), column))));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLostOfDirtyExports(long seed) throws IOException {
        Bench bench = new Bench(folder);
        RandomCompany random = RandomCompany.of(seed);
        Random chance = new Random(seed);
        Set<String> victims = random.company().rows("employees").stream()
                .map(row -> row.get(0))
                .filter(id -> chance.nextInt(3) == 0)
                .collect(Collectors.toSet());
        Path inputs = bench.newFolder();
        new Polluter(seed, victims).write(random.company(), inputs);
        Published whole = bench.run(random, inputs);
        reconcile(whole);
        assertThat(sums(bench.run(random, inputs, TINY))).isEqualTo(sums(whole));
    }

    /** Each order a second time in another file, some with another amount, some for people who are not there. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyOutcomeHasItsMoney(long seed) throws IOException {
        Bench bench = new Bench(folder);
        RandomCompany random = RandomCompany.of(seed);
        Company company = random.company();
        List<List<String>> orders = company.rows("orders");
        Path inputs = bench.exports(company, Rendering.PLAIN);
        int amount = Dataset.of("orders").columns().indexOf("amount");
        int person = Dataset.of("orders").columns().indexOf("employee_id");
        BigDecimal twice = added(company, "orders", "amount");
        BigDecimal rejected = BigDecimal.ZERO;
        BigDecimal duplicate = BigDecimal.ZERO;
        long unreadable = 0;
        List<String> again = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            List<String> row = new ArrayList<>(orders.get(i));
            BigDecimal was = new BigDecimal(row.get(amount));
            BigDecimal other = was;
            switch (i % 4) {
                case 0 -> duplicate = duplicate.add(was);
                case 1 -> {
                    other = was.add(new BigDecimal("0.1234567890123"));
                    row.set(amount, other.toPlainString());
                    rejected = rejected.add(was).add(other);
                }
                case 2 -> {
                    row.set(person, "nobody");
                    rejected = rejected.add(other);
                }
                default -> {
                    other = BigDecimal.ZERO;
                    row.set(amount, "12O0");
                    unreadable++;
                }
            }
            twice = twice.add(other);
            again.add(row.stream().map(SumsTest::quoted).collect(Collectors.joining(",")));
        }
        Files.writeString(
                inputs.resolve("orders-again.csv"),
                String.join(",", Dataset.of("orders").columns()) + "\n" + String.join("\n", again) + "\n");
        Published published = bench.run(random, inputs, TINY);
        reconcile(published);
        Map<String, BigDecimal> sum = sums(published).get("orders.amount");
        assertThat(sum.get("in")).isEqualByComparingTo(twice);
        assertThat(sum.get("duplicate")).isEqualByComparingTo(duplicate);
        assertThat(sum.get("rejected")).isEqualByComparingTo(rejected);
        assertThat(sum.get("unreadable")).isEqualByComparingTo(BigDecimal.valueOf(unreadable));
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[,\"\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
