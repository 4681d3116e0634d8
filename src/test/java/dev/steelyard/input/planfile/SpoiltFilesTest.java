package dev.steelyard.input.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever one line of a file is turned into, the reader either takes it or says what is wrong, in words and with a place. */
class SpoiltFilesTest {

    private static final List<UnaryOperator<String>> SPOILERS = List.of(
            line -> "",
            line -> line.replaceFirst(": .*", ":"),
            line -> line.replaceFirst(": .*", ": nonsense"),
            line -> line.replaceFirst(": .*", ": [1, {a: b}]"),
            line -> line.replaceFirst("[a-z]", "é"),
            line -> line.replaceAll("\\d", "-"),
            line -> line.replaceFirst("[\\[{]", ""));

    @TempDir
    Path scratch;

    private void spoil(Path file, Consumer<Path> reader) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Path spoilt = scratch.resolve("spoilt.yaml");
        for (int i = 0; i < lines.size(); i++) {
            // Each line in one way; neighbouring lines, which are alike, in different ones.
            List<String> text = new ArrayList<>(lines);
            text.set(i, SPOILERS.get(i % SPOILERS.size()).apply(lines.get(i)));
            if (text.get(i).equals(lines.get(i)) || lines.get(i).strip().startsWith("#")) {
                continue;
            }
            Files.write(spoilt, text);
            try {
                reader.accept(spoilt);
            } catch (InvalidFile invalid) {
                assertThat(invalid.mistakes()).isNotEmpty();
                assertThat(invalid.text("zh", true) + invalid.text("en", true))
                        .doesNotContain("{nearest}", "{known}", "{value}");
            } catch (RuntimeException e) {
                throw new AssertionError("line " + (i + 1) + ": " + text.get(i), e);
            }
        }
    }

    @Test
    void plans() throws IOException {
        Map<String, Schema> schemas = ExportsFile.read(Path.of("jobs/exports.yaml"));
        spoil(Path.of("jobs/plans/reference-2026.yaml"), file -> PlanFile.read(file, schemas));
    }

    @Test
    void exports() throws IOException {
        spoil(Path.of("jobs/exports.yaml"), ExportsFile::read);
    }

    @Test
    void jobs() throws IOException {
        spoil(Path.of("jobs/month-end.yaml"), JobFile::read);
    }

    @Test
    void vouchers() throws IOException {
        spoil(Path.of("jobs/vouchers/kingdee.yaml"), VoucherFile::read);
        spoil(Path.of("jobs/vouchers/yonyou.yaml"), VoucherFile::read);
    }
}
