package dev.steelyard.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    @TempDir
    Path output;

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(output)) {
            return all.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatAKilledCommandLeftIsSweptAndWhatALivingOneUsesIsNot() throws IOException {
        // One whose lock the system has dropped, one that has none, one that was killed before it had a folder.
        Files.createDirectories(output.resolve(".work-killed/store"));
        Files.createFile(output.resolve(".work-killed.lock"));
        Files.createDirectories(output.resolve(".work-old"));
        Files.createFile(output.resolve(".work-early.lock"));
        try (WorkFolder living = WorkFolder.under(output)) {
            Files.createFile(living.path().resolve("copy"));
            try (WorkFolder other = WorkFolder.under(output)) {
                assertThat(living.path().resolve("copy")).exists();
                String one = living.path().getFileName().toString();
                String two = other.path().getFileName().toString();
                assertThat(names()).containsExactlyInAnyOrder(one, one + ".lock", two, two + ".lock");
            }
        }
        assertThat(names()).isEmpty();
    }
}
