package dev.steelyard.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNamesTest {

    @TempDir
    private Path folder;

    @Test
    void namesAFolderWithoutASlash() throws Exception {
        Path teams = Files.createDirectory(FileNames.resolve(folder, "团队"));

        assertThat(FileNames.of(teams)).isEqualTo("团队");
    }

    @Test
    void namesAFileAsItWasResolved() throws Exception {
        Path file = Files.createFile(FileNames.resolve(folder, "销售 明细+(1).csv"));

        assertThat(FileNames.of(file)).isEqualTo("销售 明细+(1).csv");
    }
}
