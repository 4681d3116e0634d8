package dev.steelyard.app.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.output.publish.Edition;
import dev.steelyard.output.publish.EditionFile;
import dev.steelyard.output.publish.FormerEdition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one process writes of a bundle another stages, byte for byte, or not at all. */
class BundleFilesTest {

    private static final String NAME = "offer-3-1";

    @TempDir
    Path output;

    private Edition edition;
    private BundleFiles files;

    /** As one process has it, who says so in the file. */
    private static Bundle bundle(String by) {
        return new Bundle(Stream.of("statements/张 三.html", "team-east.xlsx")
                .map(name -> new EditionFile(name, out -> {
                    out.write((name + " by " + by).getBytes(StandardCharsets.UTF_8));
                    // Whoever writes may close what is not theirs.
                    out.close();
                }))
                .toList());
    }

    @BeforeEach
    void begin() throws IOException {
        edition = new Edition(
                output, "month-end", Period.parse("2026-09").orElseThrow(), 1, "0123456789abcdef0123456789abcdef");
        edition.begin();
        files = BundleFiles.below(output);
        files.keep(bundle("worker"), FormerEdition.none(""), NAME);
    }

    private Path kept() {
        return output.resolve("ledger/cells/bundles").resolve(NAME + ".bundle");
    }

    private List<String> staged() throws IOException {
        Bundle here = bundle("run");
        files.stage(here, NAME, edition);
        here.write(edition, FormerEdition.none(""));
        return List.of(
                Files.readString(edition.staging().resolve("statements/张 三.html")),
                Files.readString(edition.staging().resolve("team-east.xlsx")));
    }

    @Test
    void whatAnotherProcessWroteIsStaged() throws IOException {
        assertThat(staged()).containsExactly("statements/张 三.html by worker", "team-east.xlsx by worker");
    }

    @Test
    void whatWasStagedBeforeStays() throws IOException {
        edition.write(bundle("an earlier start").files().get(1));
        assertThat(staged()).containsExactly("statements/张 三.html by worker", "team-east.xlsx by an earlier start");
    }

    @Test
    void ofAFileThatIsCutShortTheRestIsWrittenHere() throws IOException {
        byte[] whole = Files.readAllBytes(kept());
        for (int length = 0; length < whole.length; length++) {
            begin();
            Files.write(kept(), Arrays.copyOf(whole, length));
            assertThat(staged())
                    .isNotEmpty()
                    .allMatch(text -> text.endsWith(" by worker") || text.endsWith(" by run"))
                    .as("cut at " + length)
                    .allMatch(text ->
                            text.startsWith("statements/张 三.html by ") || text.startsWith("team-east.xlsx by "));
        }
    }

    @Test
    void aFlippedBitIsNeverStaged() throws IOException {
        byte[] whole = Files.readAllBytes(kept());
        for (int at = 0; at < whole.length; at++) {
            begin();
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(kept(), flipped);
            assertThat(staged()).as("flipped at " + at).isNotEmpty().allMatch(text -> List.of(
                            "statements/张 三.html by worker",
                            "team-east.xlsx by worker",
                            "statements/张 三.html by run",
                            "team-east.xlsx by run")
                    .contains(text));
        }
    }

    @Test
    void oneThatIsGoneIsWrittenHere() throws IOException {
        files.drop();
        assertThat(kept()).doesNotExist();
        assertThat(staged()).containsExactly("statements/张 三.html by run", "team-east.xlsx by run");
    }
}
