package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.steelyard.TestDatabase;
import dev.steelyard.output.publish.Verification;
import dev.steelyard.output.publish.Verification.Difference;
import dev.steelyard.output.publish.Verification.Kind;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} finds whatever was changed in what was published. */
class VerificationTest {

    /** Changed bytes a file; the campaign tries more. */
    private static final int POSITIONS = Boolean.getBoolean("proof.campaign") ? 200 : 6;

    @TempDir
    static Path folder;

    private static Path published;
    private static final Map<String, String> RECORDED = new TreeMap<>();

    /** The period's folder of this test. */
    private Path editions;

    @BeforeAll
    static void publishThreeRevisions() throws Exception {
        Bench bench = new Bench(folder);
        RandomCompany random = RandomCompany.of(16);
        Path inputs = bench.exports(random.company(), Rendering.PLAIN);
        Launch launch =
                new Launch(inputs, bench.newFolder(), random.period(), random.asOf(), false, 1, TestDatabase.H2);
        for (int revision = 1; revision <= 3; revision++) {
            launch.run();
            RECORDED.put("r" + revision, hash(launch.editions().resolve("r" + revision)));
            Files.writeString(inputs.resolve("orders.csv"), "\n", StandardOpenOption.APPEND);
        }
        published = launch.editions();
    }

    private static String hash(Path edition) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(Files.readAllBytes(edition.resolve("manifest.json"))));
    }

    @BeforeEach
    void copy(@TempDir Path here) throws IOException {
        editions = here.resolve(published.getFileName().toString());
        try (Stream<Path> all = Files.walk(published)) {
            for (Path each : all.toList()) {
                Files.copy(each, editions.resolve(published.relativize(each).toString()));
            }
        }
    }

    private List<Difference> differences(String edition, Map<String, String> recorded) throws IOException {
        return Verification.of(editions.resolve(edition), recorded.isEmpty() ? Optional.empty() : Optional.of(recorded))
                .differences();
    }

    private void delete(String edition) throws IOException {
        try (Stream<Path> all = Files.walk(editions.resolve(edition))) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    void whatWasPublishedAgrees() throws IOException {
        for (String edition : List.of("r1", "r2", "r3")) {
            assertThat(differences(edition, Map.of())).isEmpty();
            assertThat(differences(edition, RECORDED)).isEmpty();
        }
    }

    @Test
    void anyByteOfAnyFileThatChangedIsFound() throws IOException {
        Random random = new Random(16);
        Path edition = editions.resolve("r2");
        List<Path> files;
        try (Stream<Path> all = Files.walk(edition)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(8);
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            String name = edition.relativize(file).toString().replace('\\', '/');
            boolean isManifest = name.equals("manifest.json");
            for (int i = 0; i < (isManifest ? 20 : 1) * POSITIONS; i++) {
                // The ends as well as anything between.
                int at = i == 0 ? 0 : i == 1 ? bytes.length - 1 : random.nextInt(bytes.length);
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) (1 + random.nextInt(255));
                Files.write(file, changed);
                if (isManifest) {
                    assertThatThrownBy(() -> Verification.of(edition))
                            .as("byte %s of %s", at, name)
                            .isInstanceOf(IOException.class)
                            .hasCauseInstanceOf(IllegalArgumentException.class);
                } else {
                    assertThat(Verification.of(edition).differences())
                            .as("byte %s of %s", at, name)
                            .extracting(Difference::kind, Difference::name)
                            .containsExactly(tuple(Kind.CHANGED, name));
                }
            }
            Files.write(file, bytes);
        }
        assertThat(Verification.of(edition).differences()).isEmpty();
    }

    @Test
    void aFileMoreOrLessIsFound() throws IOException {
        Files.delete(editions.resolve("r2").resolve("suspensions.csv"));
        Files.writeString(editions.resolve("r2").resolve("teams").resolve("notes.txt"), "x");
        assertThat(differences("r2", Map.of()))
                .extracting(Difference::kind, Difference::name)
                .containsExactly(tuple(Kind.MISSING, "suspensions.csv"), tuple(Kind.SURPLUS, "teams/notes.txt"));
    }

    @Test
    void aRevisionThatIsGoneIsSaid() throws IOException {
        delete("r1");
        assertThat(differences("r3", Map.of())).singleElement().satisfies(gone -> {
            assertThat(gone.kind()).isEqualTo(Kind.REVISION_MISSING);
            assertThat(gone.name()).isEqualTo("r1");
            assertThat(gone.expected()).isEqualTo(RECORDED.get("r1"));
        });
        delete("r2");
        assertThat(differences("r3", RECORDED))
                .extracting(Difference::kind, Difference::name)
                .containsExactly(tuple(Kind.REVISION_MISSING, "r2"), tuple(Kind.REVISION_MISSING, "r1"));
    }

    @Test
    void anEarlierRevisionThatWasReplacedIsFound() throws IOException {
        delete("r1");
        Files.move(editions.resolve("r2"), editions.resolve("r1"));
        assertThat(differences("r1", Map.of())).extracting(Difference::kind).containsExactly(Kind.PLACE);
        assertThat(differences("r3", Map.of()))
                .extracting(Difference::kind, Difference::name)
                .contains(tuple(Kind.REVISION_MISSING, "r2"))
                .contains(tuple(Kind.LINK, "r1/manifest.json"));
    }

    @Test
    void aManifestThatWasMadeAgainWithItsSealIsFoundByTheNextOneAndByTheLedger() throws Exception {
        // What somebody would do who knows how: another plan's name, and the seal put right.
        Path manifest = editions.resolve("r2").resolve("manifest.json");
        String was = Files.readString(manifest);
        String text = was.replace(WorkerLaunch.ENGINE, "best");
        assertThat(text).isNotEqualTo(was);
        int seal = text.lastIndexOf("\"seal\" : \"") + 10;
        String open = text.substring(0, seal) + text.substring(seal + 64);
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(open.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Files.writeString(manifest, text.substring(0, seal) + hash + text.substring(seal + 64));
        assertThat(differences("r2", Map.of())).isEmpty();
        assertThat(differences("r2", RECORDED)).extracting(Difference::kind).containsExactly(Kind.NOT_AS_RECORDED);
        assertThat(differences("r3", Map.of())).extracting(Difference::kind).containsExactly(Kind.REVISION_CHANGED);
    }

    @Test
    void aRevisionThatTheLedgerDoesNotKnowIsFound() throws IOException {
        Map<String, String> fewer = new TreeMap<>(RECORDED);
        fewer.remove("r3");
        assertThat(differences("r3", fewer)).extracting(Difference::kind).containsExactly(Kind.NOT_RECORDED);
    }
}
