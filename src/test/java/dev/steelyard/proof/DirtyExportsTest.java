package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.calculation.InputRefused;
import dev.steelyard.ledger.store.FileNames;
import dev.steelyard.sample.Company;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever an export holds: nothing crashes, nothing is silently wrong, and whom the dirt does not concern is not touched. */
class DirtyExportsTest {

    @TempDir
    Path folder;

    static LongStream seeds() {
        return Bench.seeds(14);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyRecordIsAccountedForAndOthersKeepTheirScores(long seed) throws IOException {
        Bench bench = new Bench(folder);
        RandomCompany random = RandomCompany.of(seed);
        Company company = random.company();
        Published clean = bench.run(random);
        Random chance = new Random(seed);
        Set<String> victims = company.rows("employees").stream()
                .map(row -> row.get(0))
                .filter(id -> chance.nextInt(4) == 0)
                .collect(Collectors.toSet());
        Path inputs = bench.newFolder();
        Polluter polluter = new Polluter(seed, victims);
        polluter.write(company, inputs);
        Published dirty = bench.run(random, inputs);

        accountsFor(dirty, polluter.records());
        if (polluter.damaged() > 20) {
            assertThat(problems(dirty, "error"))
                    .as("%s rows were damaged", polluter.damaged())
                    .isNotEmpty();
        }
        for (String name : List.of("scores.csv", "indicators.csv", "payout.csv")) {
            assertThat(untouched(dirty, name, victims)).as(name).isEqualTo(untouched(clean, name, victims));
        }
    }

    private static void accountsFor(Published published, Map<String, Integer> records) {
        Map<String, Long> rejected = problems(published, "error");
        Map<String, Long> duplicates = problems(published, "note");
        for (JsonNode input : published.manifest().get("inputs")) {
            String file = input.get("name").asString();
            long read = input.get("read").asLong();
            assertThat(read)
                    .as(file)
                    .isEqualTo(records.getOrDefault(file, (int) read).longValue());
            assertThat(read)
                    .as(file)
                    .isEqualTo(input.get("used").asLong()
                            + input.get("out_of_window").asLong()
                            + input.get("rejected").asLong()
                            + input.get("duplicate").asLong());
            assertThat(rejected.getOrDefault(file, 0L))
                    .as("rows of %s that problems.csv names as rejected", file)
                    .isEqualTo(input.get("rejected").asLong());
            assertThat(duplicates.getOrDefault(file, 0L))
                    .as("rows of %s that problems.csv names as duplicate", file)
                    .isEqualTo(input.get("duplicate").asLong());
        }
    }

    /** File → how many of its rows problems of that severity name. */
    private static Map<String, Long> problems(Published published, String severity) {
        return published.rows("problems.csv").stream()
                .filter(row ->
                        row.get("severity").equals(severity) && !row.get("row").isEmpty())
                .map(row -> row.get("file") + "\n" + row.get("sheet") + "\n" + row.get("row"))
                .distinct()
                .collect(Collectors.groupingBy(
                        place -> place.substring(0, place.indexOf('\n')), TreeMap::new, Collectors.counting()));
    }

    /** Rows of people whom the dirt does not concern; a manager's mean is made of others. */
    private static List<Map<String, String>> untouched(Published published, String file, Set<String> victims) {
        Map<String, Map<String, String>> scores = published.scores();
        return published.rows(file).stream()
                .filter(row -> !victims.contains(row.get("employee_id")))
                .filter(row -> !scores.get(row.get("employee_id")).get("track").equals("manager"))
                .<Map<String, String>>map(row -> {
                    Map<String, String> figures = new TreeMap<>(row);
                    figures.keySet().removeIf(column -> column.startsWith("rank"));
                    return figures;
                })
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aFileWithDamagedBytesIsReadOrRefusedByName(long seed) throws IOException {
        Bench bench = new Bench(folder);
        RandomCompany random = RandomCompany.of(seed % 5);
        List<Rendering> variants = Rendering.variants();
        Path inputs = bench.exports(random.company(), variants.get((int) (seed % variants.size())));
        Random chance = new Random(seed);
        List<Path> files;
        try (Stream<Path> all = Files.list(inputs)) {
            files = all.sorted().toList();
        }
        Path file = files.get(chance.nextInt(files.size()));
        Files.write(file, damaged(Files.readAllBytes(file), chance));
        try {
            accountsFor(bench.run(random, inputs), Map.of());
        } catch (InputRefused refused) {
            assertThat(refused.problems()).as(FileNames.of(file)).isNotEmpty().allSatisfy(problem -> assertThat(
                            problem.where().file())
                    .isEqualTo(FileNames.of(file)));
        }
    }

    private static byte[] damaged(byte[] bytes, Random chance) {
        if (bytes.length == 0 || chance.nextInt(4) == 0) {
            return Arrays.copyOf(bytes, chance.nextInt(bytes.length + 1));
        }
        for (int i = 1 + chance.nextInt(20); i > 0; i--) {
            bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
        }
        return bytes;
    }
}
