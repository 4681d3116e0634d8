package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.proof.Launch.Death;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What earlier runs came to is taken over, and nobody can tell it from a run that begins with nothing: not by one byte, whatever is
 * corrected, in whatever order, and whatever became of what was kept (architecture.md 2). {@code -Dproof.seeds=0..99} for a campaign.
 */
class KeptCellsTest {

    @TempDir
    Path folder;

    static LongStream seeds() {
        return Bench.seeds(1);
    }

    /** A change of the inputs as people make it. */
    private record Correction(String what, Change change) {
        private interface Change {
            void in(Path inputs, Random random) throws IOException;
        }
    }

    private static final List<Correction> CORRECTIONS = List.of(
            new Correction("three amounts", (in, random) -> {
                for (int i = 0; i < 3; i++) {
                    row(in, "orders", random, line -> line.replaceFirst(",(-?\\d+)\\.(\\d\\d)", ",1$1.$2"));
                }
            }),
            new Correction("a row less", (in, random) -> row(in, "orders", random, line -> null)),
            new Correction("a row twice", (in, random) -> row(in, "visits", random, line -> line + "\n" + line)),
            new Correction(
                    "a row that names nobody",
                    (in, random) -> row(
                            in,
                            "orders",
                            random,
                            line -> line + "\n"
                                    + line.replaceFirst("^[^,]*", "NEW" + random.nextInt(1000))
                                            .replaceFirst("E\\d+", "E-NEW"))),
            new Correction(
                    "whom they name",
                    (in, random) ->
                            row(in, "employees", random, line -> line + "\n" + line.replaceFirst("^[^,]*", "E-NEW"))),
            new Correction(
                    "somebody's track",
                    (in, random) -> row(
                            in,
                            "employees",
                            random,
                            line -> line.contains(",mature,")
                                    ? line.replace(",mature,", ",dealer,")
                                    : line.replace(",dealer,", ",mature,"))),
            new Correction(
                    "somebody's name",
                    (in, random) ->
                            row(in, "employees", random, line -> line.replaceFirst("^([^,]*),[^,\"]*,", "$1,某人,"))),
            new Correction("somebody is gone", (in, random) -> row(in, "employees", random, line -> null)),
            new Correction(
                    "a target",
                    (in, random) -> row(in, "targets", random, line -> line.replaceFirst(",(\\d)([^,]*)$", ",9$2"))),
            new Correction(
                    "a customer's grade",
                    (in, random) -> row(
                            in, "customers", random, line -> line.contains("3A") ? line.replace("3A", "2A") : line)),
            new Correction(
                    "a product's lifecycle",
                    (in, random) -> row(
                            in,
                            "products",
                            random,
                            line -> line.contains("innovative")
                                    ? line.replace("innovative", "mature")
                                    : line.replace("mature", "innovative"))),
            new Correction("another file", (in, random) -> {
                List<String> lines = lines(in, "orders");
                List<String> more = new ArrayList<>(List.of(lines.get(0)));
                lines.stream().skip(1).limit(5).forEach(line -> more.add("M" + line));
                write(in, "orders-more", more);
            }),
            new Correction("no other file", (in, random) -> Files.deleteIfExists(in.resolve("orders-more.csv"))),
            new Correction(
                    "leave",
                    (in, random) -> register(
                            in,
                            "leave",
                            "leave_id,employee_id,kind,from,to,half_day",
                            person -> "L" + random.nextInt(1000) + "," + person + ",annual,2026-01-05,2026-01-07,no",
                            random)),
            new Correction(
                    "assignments",
                    (in, random) -> register(
                            in,
                            "assignments",
                            "employee_id,from,to,track,team,region,leads",
                            person -> person + ",2020-01-01,,mature,T1,华东,",
                            random)),
            new Correction(
                    "whose customers they are",
                    (in, random) -> register(
                            in,
                            "customer_assignments",
                            "customer_id,employee_id,from,to,product_line,share",
                            person -> first(in, "customers", random) + "," + person + ",2020-01-01,,,",
                            random)));

    private static String first(Path in, String dataset, Random random) {
        List<String> lines = lines(in, dataset);
        return lines.get(1 + random.nextInt(lines.size() - 1)).split(",")[0];
    }

    private static void register(Path in, String dataset, String header, UnaryOperator<String> rowOf, Random random) {
        List<String> lines = Files.exists(in.resolve(dataset + ".csv")) ? lines(in, dataset) : new ArrayList<>();
        if (lines.isEmpty()) {
            lines.add(header);
        }
        lines.add(rowOf.apply(first(in, "employees", random)));
        write(in, dataset, lines);
    }

    private static void row(Path in, String dataset, Random random, UnaryOperator<String> change) {
        if (!Files.exists(in.resolve(dataset + ".csv"))) {
            return;
        }
        List<String> lines = lines(in, dataset);
        if (lines.size() > 2) {
            int at = 1 + random.nextInt(lines.size() - 1);
            String changed = change.apply(lines.remove(at));
            if (changed != null) {
                lines.add(at, changed);
            }
            write(in, dataset, lines);
        }
    }

    private static List<String> lines(Path in, String dataset) {
        try {
            return new ArrayList<>(Files.readAllLines(in.resolve(dataset + ".csv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path in, String dataset, List<String> lines) {
        try {
            Files.writeString(in.resolve(dataset + ".csv"), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyCorrectionsEndWithTheBytesOfARunThatBeginsWithNothing(long seed) throws Exception {
        Launch keeping = launch(seed);
        Launch forgetting = keeping.to(new Bench(folder).newFolder());
        Random random = new Random(seed);
        List<String> done = new ArrayList<>();
        run(keeping);
        run(forgetting);
        for (int step = 0; step < 5; step++) {
            Correction correction = CORRECTIONS.get(random.nextInt(CORRECTIONS.size()));
            correction.change().in(keeping.inputs(), random);
            done.add(correction.what());
            if (step == 2) {
                done.add("(bytes flipped)");
                flip(keeping, random);
            }
            run(keeping);
            forget(forgetting);
            run(forgetting);
            assertThat(published(keeping)).as("after %s", done).isEqualTo(published(forgetting));
        }
    }

    @Test
    void onlyWhatChangedIsMeasured() throws Exception {
        Launch launch = launch(16);
        long all = rows(launch);
        assertThat(all).isPositive();
        row(launch.inputs(), "orders", new Random(1), line -> line + " ");
        assertThat(rows(launch)).isPositive().isLessThan(all / 2);
        // Who is called otherwise has the same cells.
        row(launch.inputs(), "employees", new Random(1), line -> line.replaceFirst("^([^,]*),[^,\"]*,", "$1,某人,"));
        assertThat(rows(launch)).isZero();
        flip(launch, new Random(1));
        row(launch.inputs(), "employees", new Random(1), line -> line.replaceFirst("^([^,]*),[^,\"]*,", "$1,旁人,"));
        assertThat(rows(launch)).isPositive();
    }

    /** Who dies while cells are kept or taken over leaves nothing that another run believes. */
    @Test
    void aProcessThatDiesAmongThemLeavesNothingHalf() throws Exception {
        Launch keeping = launch(16);
        run(keeping);
        Launch undisturbed = keeping.to(new Bench(folder).newFolder());
        run(undisturbed);
        Random random = new Random(3);
        CORRECTIONS.get(0).change().in(keeping.inputs(), random);
        run(undisturbed);
        for (int at : new int[] {17, 40}) {
            Process process = keeping.start(Death.BEFORE_RENAME, at);
            process.getOutputStream().close();
            assertThat(process.waitFor()).isEqualTo(Launch.KILLED);
        }
        run(keeping);
        assertThat(published(keeping)).isEqualTo(published(undisturbed));
    }

    private Launch launch(long seed) throws IOException {
        RandomCompany random = RandomCompany.of(seed);
        Path inputs = new Bench(folder).exports(random.company(), Rendering.PLAIN);
        return new Launch(
                inputs, new Bench(folder).newFolder(), random.period(), random.asOf(), false, 2, TestDatabase.H2);
    }

    private static void run(Launch launch) throws IOException {
        launch.run();
    }

    /** How many rows a run measures. */
    private static long rows(Launch launch) throws IOException {
        long[] rows = {0};
        launch.run(new Progress() {
            @Override
            public void begin(Phase phase, long bytes) {
                // Told is only what is read.
            }

            @Override
            public synchronized void read(long more, long bytes) {
                rows[0] += more;
            }

            @Override
            public boolean isToStop() {
                return false;
            }
        });
        return rows[0];
    }

    private static Map<String, String> published(Launch launch) {
        return new Published(launch.editions()).everything();
    }

    private static void forget(Launch launch) throws IOException {
        for (Path file : kept(launch, "")) {
            Files.delete(file);
        }
    }

    /** Changes a byte in every file that was kept. */
    private static void flip(Launch launch, Random random) throws IOException {
        for (Path file : kept(launch, "")) {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bytes);
            }
        }
    }

    private static List<Path> kept(Launch launch, String below) throws IOException {
        Path folder = launch.output().resolve("ledger").resolve("cells").resolve(below);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }
}
