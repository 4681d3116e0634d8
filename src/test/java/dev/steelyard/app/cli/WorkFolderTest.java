package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    @TempDir
    Path output;

    @Test
    void whatAKilledCommandLeftIsDroppedAndWhatOneWorksInIsNot() throws IOException {
        Path left = Files.createDirectories(output.resolve(".validate-killed/slices"));
        Files.writeString(left.resolve("names.part"), "E0105 张三");
        Files.createFile(output.resolve(".validate-killed/in-use"));
        try (WorkFolder mine = WorkFolder.under(output);
                WorkFolder other = WorkFolder.under(output)) {
            assertThat(output.resolve(".validate-killed")).doesNotExist();
            assertThat(mine.path()).isDirectory();
            assertThat(other.path()).isDirectory().isNotEqualTo(mine.path());
        }
        assertThat(output).isEmptyDirectory();
    }
}
