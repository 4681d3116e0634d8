package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.sample.Company;
import dev.steelyard.sample.Dataset;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Results depend on what the exports say, not on how they say it nor where they are read (architecture.md 4, Same bytes). */
@ResourceLock(Resources.LOCALE)
@ResourceLock(Resources.TIME_ZONE)
class SameBytesTest {

    /** Small enough that every dataset falls into many slices. */
    private static final long TINY = 6_000;

    @TempDir
    Path folder;

    static LongStream seeds() {
        return Bench.seeds(2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyRenderingInAnySlicesGivesTheSameResults(long seed) {
        Bench bench = new Bench(folder);
        RandomCompany random = RandomCompany.of(seed);
        Map<String, String> expected = bench.run(random).results();
        for (Rendering rendering : Rendering.variants()) {
            Path inputs = bench.exports(random.company(), rendering);
            assertThat(bench.run(random, inputs).results()).as("%s", rendering).isEqualTo(expected);
            assertThat(bench.run(random, inputs, TINY).results())
                    .as("%s in tiny slices", rendering)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shuffledRowsAndPeopleGiveTheSameResults(long seed) {
        Bench bench = new Bench(folder);
        RandomCompany random = RandomCompany.of(seed);
        Map<String, String> expected = bench.run(random).results();
        for (long shuffle = 1; shuffle <= 3; shuffle++) {
            Rendering shuffled = new Rendering(false, StandardCharsets.UTF_8, false, ',', false, shuffle, 0, 1);
            Path inputs = bench.exports(random.company(), shuffled);
            assertThat(bench.run(random, inputs).results())
                    .as("shuffle %s", shuffle)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sameInputBytesGiveTheSameFolderBytes(long seed) {
        Bench bench = new Bench(folder);
        RandomCompany random = RandomCompany.of(seed);
        Path inputs = bench.exports(random.company(), Rendering.variants().get((int) (seed % 7)));
        Map<String, String> once = bench.run(random, inputs).everything();
        assertThat(once).containsKeys("manifest.json", "problems.csv", "scores.csv");
        assertThat(bench.run(random, inputs).everything()).isEqualTo(once);
        assertThat(bench.run(random, inputs, TINY).everything())
                .as("in tiny slices")
                .isEqualTo(once);
    }

    @Test
    void anyLocaleAndZoneGiveTheSameFolderBytes() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        List<String> places = List.of(
                "ar-EG-u-nu-arab Africa/Cairo",
                "hi-IN-u-nu-deva Asia/Kolkata",
                "tr-TR Europe/Istanbul",
                "pt-BR America/Sao_Paulo",
                "th-TH-u-ca-buddhist-nu-thai Pacific/Kiritimati",
                "de-CH Pacific/Pago_Pago");
        // Workbooks with Chinese words and date cells, and text with dates, are what locale and zone could touch.
        Map<Long, Rendering> seeds = Map.of(
                0L, Rendering.variants().get(6),
                1L, Rendering.variants().get(3));
        seeds.forEach((seed, rendering) -> {
            RandomCompany random = RandomCompany.of(seed);
            Path inputs = new Bench(folder).exports(random.company(), rendering);
            Map<String, String> expected = new Bench(folder).run(random, inputs).everything();
            for (String place : places) {
                try {
                    Locale.setDefault(Locale.forLanguageTag(place.split(" ")[0]));
                    TimeZone.setDefault(TimeZone.getTimeZone(place.split(" ")[1]));
                    assertThat(new Bench(folder).run(random, inputs).everything())
                            .as("seed %s, %s, %s", seed, rendering, place)
                            .isEqualTo(expected);
                } finally {
                    Locale.setDefault(locale);
                    TimeZone.setDefault(zone);
                }
            }
        });
    }

    @Test
    void aFileThatNoDatasetKnowsChangesNothing() throws IOException {
        Bench bench = new Bench(folder);
        RandomCompany random = RandomCompany.of(3);
        Path inputs = bench.exports(random.company(), Rendering.PLAIN);
        Map<String, String> expected = bench.run(random, inputs).results();
        Files.writeString(inputs.resolve("lunch-menu.csv"), "day,dish\n2026-09-01,noodles\n");
        Files.writeString(inputs.resolve("~$orders.xlsx"), "lock");
        Files.writeString(inputs.resolve(".orders.csv"), "hidden");
        Published published = bench.run(random, inputs);
        assertThat(published.results()).isEqualTo(expected);
        assertThat(published.rows("problems.csv"))
                .filteredOn(row -> row.get("code").equals("W-FILE-UNMATCHED"))
                .extracting(row -> row.get("file"))
                .containsExactly("lunch-menu.csv");
    }

    @Test
    void anyExportMayBeEmptyAndAnyOptionalOneAbsent() throws IOException {
        Bench bench = new Bench(folder);
        List<String> required = List.of("employees", "targets", "products", "customers", "orders", "compliance_events");
        RandomCompany random = RandomCompany.of(12);
        for (Dataset dataset : random.company().datasets()) {
            Company company = RandomCompany.of(12).company();
            company.table(dataset.name()).clear();
            Path inputs = bench.exports(company, Rendering.PLAIN);
            assertThat(absent(bench.run(random, inputs))).doesNotContain(dataset.name());
            if (!required.contains(dataset.name())) {
                Files.delete(inputs.resolve(dataset.name() + ".csv"));
                assertThat(absent(bench.run(random, inputs))).contains(dataset.name());
            }
        }
    }

    private static List<String> absent(Published published) {
        return published.rows("problems.csv").stream()
                .filter(row -> row.get("code").equals("W-DATASET-ABSENT"))
                // One line for all: There are no files of N optional datasets: a, b; …
                .flatMap(row -> Stream.of(row.get("message")
                        .replaceFirst("^[^:]*: ", "")
                        .replaceFirst(";.*$", "")
                        .split(", ")))
                .toList();
    }

    @Test
    void anEmptyExportIsNotAnAbsentOne() {
        // What the rows say is nothing in both; only the absent one may make indicators missing.
        Bench bench = new Bench(folder);
        RandomCompany random = RandomCompany.of(5);
        Company company = random.company();
        company.table("cooperations").clear();
        Map<String, Map<String, String>> empty = bench.run(random).indicators();
        assertThat(empty.values())
                .filteredOn(row -> row.get("indicator").equals("cooperation_depth"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("value")).isEqualTo("0.000000"));
    }
}
