package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.steelyard.TestDatabase;
import dev.steelyard.proof.Launch.Death;
import dev.steelyard.proof.Launch.Occasions;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What a revision takes over of the one before is what it would have written itself, whoever dies or damages it in between. */
class TakenOverTest {

    @TempDir
    static Path folder;

    /** Published once, and corrected since. */
    private static Launch before;

    /** What the next revision is where nothing is taken over. */
    private static Map<String, String> expected;

    private static Occasions occasions;

    @BeforeAll
    static void publishAndCorrect() throws IOException {
        RandomCompany random = RandomCompany.of(16);
        Path inputs = new Bench(folder).exports(random.company(), Rendering.PLAIN);
        before = new Launch(
                inputs, new Bench(folder).newFolder(), random.period(), random.asOf(), false, 1, TestDatabase.H2);
        before.run();
        Path orders = inputs.resolve("orders.csv");
        List<String> lines = Files.readAllLines(orders);
        lines.set(1, lines.get(1).replaceFirst(",(-?\\d+)\\.(\\d\\d)", ",1$1.$2"));
        Files.writeString(orders, String.join("\n", lines) + "\n");
        Launch forgetting = copied();
        Files.delete(listing(forgetting));
        forgetting.run();
        expected = forgetting.published("r2").everything();
        occasions = copied().count();
    }

    private static Path listing(Launch launch) throws IOException {
        try (Stream<Path> kept = Files.list(launch.output().resolve("ledger").resolve("cells"))) {
            return kept.filter(file -> file.toString().endsWith(".books"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The same output once more. */
    private static Launch copied() throws IOException {
        Path to = new Bench(folder).newFolder();
        try (Stream<Path> all = Files.walk(before.output())) {
            for (Path file : (Iterable<Path>) all::iterator) {
                Path copy = to.resolve(before.output().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return before.to(to);
    }

    private static void check(Launch launch) throws IOException {
        launch.run();
        assertThat(launch.published("r2").everything()).isEqualTo(expected);
    }

    /** {@code -Dproof.campaign=true} dies at every rename there is. */
    static IntStream deaths() {
        int some = Boolean.getBoolean("proof.campaign") ? occasions.renames() : 6;
        return IntStream.rangeClosed(1, some).map(n -> n * occasions.renames() / some);
    }

    @ParameterizedTest(name = "before rename {0}")
    @MethodSource("deaths")
    void whoDiesMeanwhileLeavesNothingHalf(int at) throws Exception {
        Launch launch = copied();
        Process process = launch.start(Death.BEFORE_RENAME, at);
        process.getOutputStream().close();
        assertThat(process.waitFor()).isEqualTo(Launch.KILLED);
        check(launch);
    }

    @Test
    void booksThatAreTheSameAreTakenOver() throws Exception {
        Launch launch = copied();
        Logger logger = (Logger) LoggerFactory.getLogger("dev.steelyard.app.batch");
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        logger.addAppender(said);
        Level level = logger.getLevel();
        logger.setLevel(Level.INFO);
        try {
            check(launch);
        } finally {
            logger.setLevel(level);
            logger.detachAppender(said);
        }
        assertThat(said.list)
                .filteredOn(event -> event.getMessage().startsWith("taken over"))
                .singleElement()
                .satisfies(
                        event -> assertThat((Integer) event.getKeyValuePairs().get(0).value)
                                .isGreaterThan(3));
    }

    @Test
    void whatIsDamagedMissingOrCutIsMadeAgain() throws Exception {
        Launch launch = copied();
        int damaged = 0;
        try (Stream<Path> all = Files.walk(launch.editions().resolve("r1"))) {
            for (Path book : (Iterable<Path>) all.filter(file -> file.toString().endsWith(".xlsx"))::iterator) {
                byte[] bytes = Files.readAllBytes(book);
                switch (damaged++ % 3) {
                    case 0 -> {
                        bytes[bytes.length / 2] ^= 1;
                        Files.write(book, bytes);
                    }
                    case 1 -> Files.write(book, Arrays.copyOf(bytes, bytes.length / 2));
                    default -> Files.delete(book);
                }
            }
        }
        assertThat(damaged).isGreaterThan(5);
        check(launch);
    }
}
