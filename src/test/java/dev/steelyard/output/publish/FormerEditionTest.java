package dev.steelyard.output.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Engine;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.ledger.store.Sha256;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the next revision is the former one's only if it is made of the same, and the former one is still what it was. */
class FormerEditionTest {

    private static final String NAME = "scores.csv";

    @TempDir
    Path folder;

    private Path former;
    private String manifestHash;
    private Path listing;
    private Edition next;

    @BeforeEach
    void publish() throws IOException {
        RandomCompany random = RandomCompany.of(16);
        Path inputs = Files.createDirectory(folder.resolve("inputs"));
        Rendering.PLAIN.write(random.company(), inputs);
        Period period = Period.parse(random.period()).orElseThrow();
        Path output = folder.resolve("output");
        former = new Engine(Path.of("jobs"), "month-end").run(inputs, output, period, random.asOf());
        manifestHash = Sha256.of(Files.readAllBytes(former.resolve(Manifest.NAME)));
        listing = folder.resolve("month" + FormerEdition.LISTING);
        FormerEdition.none("ground")
                .list(List.of(file("the same"), new EditionFile("x", out -> {})), manifestHash, listing);
        next = new Edition(output, "month-end", period, 2, "0123456789abcdef");
        next.begin();
    }

    /** Whoever writes it has lost. */
    private static EditionFile file(String madeOf) {
        return new EditionFile(
                NAME, out -> out.write("made again".getBytes(StandardCharsets.UTF_8)), () -> Optional.of(madeOf));
    }

    private FormerEdition edition() {
        return FormerEdition.of(former, manifestHash, listing, "ground");
    }

    private boolean isTaken(FormerEdition edition, EditionFile file) throws IOException {
        boolean taken = edition.take(file, next);
        assertThat(next.holds(NAME)).isEqualTo(taken);
        assertThat(edition.taken().keySet()).isEqualTo(taken ? Set.of(NAME) : Set.of());
        return taken;
    }

    @Test
    void whatIsMadeOfTheSameIsCopied() throws IOException {
        assertThat(isTaken(edition(), file("the same"))).isTrue();
        assertThat(next.staging().resolve(NAME)).hasSameBinaryContentAs(former.resolve(NAME));
        // A copy, not a link: what happens to one of them leaves the other as it is.
        Files.writeString(next.staging().resolve(NAME), "changed");
        assertThat(Files.readString(former.resolve(NAME))).isNotEqualTo("changed");
    }

    /** As a run has it that copies while it calculates. */
    private FormerEdition copiedMeanwhile() {
        FormerEdition former = FormerEdition.of(this.former, manifestHash, listing, "");
        FormerCopies copies = FormerCopies.of(former, folder.resolve("copies"));
        copies.await();
        return former.on("ground", copies);
    }

    private long copies() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("copies"))) {
            return all.count();
        }
    }

    @Test
    void whatWasCopiedMeanwhileIsTakenOnlyIfItIsMadeOfTheSame() throws IOException {
        assertThat(isTaken(copiedMeanwhile(), file("another"))).isFalse();
        assertThat(copies()).isOne();
        FormerEdition edition = copiedMeanwhile();
        Files.writeString(former.resolve(NAME), "changed since");
        assertThat(isTaken(edition, file("the same"))).isTrue();
        assertThat(copies()).isZero();
        assertThat(Sha256.of(next.staging().resolve(NAME)))
                .isEqualTo(edition.taken().get(NAME).sha256());
    }

    @Test
    void whatAKilledProcessHadCopiedInPartIsCopiedAgain() throws IOException {
        Files.createDirectory(folder.resolve("copies"));
        Files.writeString(folder.resolve("copies/0.copy"), "hal");
        FormerEdition edition = copiedMeanwhile();
        assertThat(isTaken(edition, file("the same"))).isTrue();
        assertThat(Sha256.of(next.staging().resolve(NAME)))
                .isEqualTo(edition.taken().get(NAME).sha256());
    }

    @Test
    void whatIsDamagedIsNotCopied() throws IOException {
        Files.writeString(former.resolve(NAME), "changed");
        assertThat(isTaken(copiedMeanwhile(), file("the same"))).isFalse();
        assertThat(copies()).isZero();
    }

    @Test
    void whatIsMadeOfAnythingElseIsNot() throws IOException {
        assertThat(isTaken(edition(), file("another"))).isFalse();
        assertThat(isTaken(FormerEdition.of(former, manifestHash, listing, "another"), file("the same")))
                .isFalse();
        assertThat(isTaken(edition(), new EditionFile(NAME, out -> {}))).isFalse();
        assertThat(isTaken(FormerEdition.none("ground"), file("the same"))).isFalse();
    }

    @Test
    void anEditionThatIsNotTheLedgersIsNone() throws IOException {
        assertThat(isTaken(FormerEdition.of(former, "0".repeat(64), listing, "ground"), file("the same")))
                .isFalse();
        Files.delete(former.resolve(Manifest.NAME));
        assertThat(isTaken(edition(), file("the same"))).isFalse();
    }

    @Test
    void aFileThatChangedIsMadeAgain() throws IOException {
        Path file = former.resolve(NAME);
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {0, bytes.length / 2, bytes.length - 1}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            assertThat(isTaken(edition(), file("the same"))).as("byte %s", at).isFalse();
        }
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(isTaken(edition(), file("the same"))).isFalse();
        Files.delete(file);
        assertThat(isTaken(edition(), file("the same"))).isFalse();
        Files.createDirectory(file);
        assertThat(isTaken(edition(), file("the same"))).isFalse();
    }

    @Test
    void aListingThatIsLostOrChangedListsNothing() throws IOException {
        Path kept = folder.resolve("kept");
        Files.copy(listing, kept);
        byte[] bytes = Files.readAllBytes(listing);
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(listing, changed);
            assertThat(isTaken(edition(), file("the same"))).as("byte %s", at).isFalse();
            Files.write(listing, Arrays.copyOf(bytes, at));
            assertThat(isTaken(edition(), file("the same"))).as("cut at %s", at).isFalse();
        }
        Files.delete(listing);
        assertThat(isTaken(edition(), file("the same"))).isFalse();
        Files.copy(kept, listing, StandardCopyOption.REPLACE_EXISTING);
        assertThat(isTaken(edition(), file("the same"))).isTrue();
    }
}
