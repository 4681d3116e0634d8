package dev.steelyard.input.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.exports.Freezer;
import dev.steelyard.input.exports.InputFolder;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.ledger.store.ContentStore;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers that are read side by side come to what each of them comes to alone. */
class RegisterReaderTest {

    private static final Map<String, Schema> SCHEMAS = ExportsFile.read(Path.of("jobs/exports.yaml"));

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sideBySideAsOneByOne(long seed) throws IOException {
        Path folder = Files.createDirectory(temp.resolve("in"));
        Random random = new Random(seed);
        try (Stream<Path> samples = Files.list(Path.of("input-samples"))) {
            for (Path sample : samples.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                // Byte by byte: some are UTF-8, some GB18030.
                Charset bytes = StandardCharsets.ISO_8859_1;
                Files.write(
                        folder.resolve(sample.getFileName()),
                        polluted(Files.readAllLines(sample, bytes), random),
                        bytes);
            }
        }
        ContentStore store = new ContentStore(temp.resolve("store"));
        Delivery delivery = Delivery.freeze(
                SCHEMAS, InputFolder.of(folder, SCHEMAS.values()), List.of(), new Freezer(store, 1 << 14), 2);
        List<String> registers =
                delivery.slices(true).stream().map(Slice::dataset).distinct().toList();
        assertThat(registers).hasSizeGreaterThan(3);

        RegisterReader together = new RegisterReader(store, ZoneId.of("Asia/Shanghai"), row -> row);
        settle(together, delivery, schema -> true);
        RegisterReader alone = new RegisterReader(store, ZoneId.of("Asia/Shanghai"), row -> row);
        for (String register : registers) {
            settle(alone, delivery, schema -> schema.dataset().equals(register));
        }

        assertThat(together.problems()).isEqualTo(alone.problems());
        assertThat(together.problems()).extracting(Problem::code).contains(ProblemCode.ROW_DUPLICATE);
        assertThat(texts(together)).isEqualTo(texts(alone));
        assertThat(together.outcomes(row -> true)).isEqualTo(alone.outcomes(row -> true));
        assertThat(together.losses().rows()).isEqualTo(alone.losses().rows());
        assertThat(together.losses().cells()).isEqualTo(alone.losses().cells());
        assertThat(together.losses().stays())
                .containsExactlyInAnyOrderElementsOf(alone.losses().stays());
        for (String register : registers) {
            assertThat(together.rejects(register)).isEqualTo(alone.rejects(register));
        }
    }

    private static void settle(RegisterReader reader, Delivery delivery, Predicate<Schema> which) throws IOException {
        reader.settle(delivery, schema -> schema.register() && which.test(schema), row -> Optional.empty());
    }

    private static Map<String, List<String>> texts(RegisterReader reader) {
        Map<String, List<String>> texts = new TreeMap<>();
        reader.rows()
                .forEach((dataset, rows) -> texts.put(
                        dataset, rows.stream().map(RegisterReaderTest::text).toList()));
        return texts;
    }

    private static String text(Row row) {
        return row.source() + Arrays.toString(row.values());
    }

    /** Rows that stand twice, rows of one key that say something else, rows that cannot be read. */
    private static List<String> polluted(List<String> lines, Random random) {
        List<String> all = new ArrayList<>(lines);
        for (int i = 0; i < 12 && lines.size() > 1; i++) {
            String line = lines.get(1 + random.nextInt(lines.size() - 1));
            String other =
                    switch (random.nextInt(4)) {
                        case 0 -> line;
                        case 1 -> line.replace("E0", "e0").replace("C0", " c0");
                        case 2 -> line + "9";
                        default -> line.replaceFirst(",", "");
                    };
            all.add(1 + random.nextInt(all.size() - 1), other);
        }
        return all;
    }
}
