package dev.steelyard.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steelyard.ledger.store.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderingTest {

    @TempDir
    Path folder;

    @Test
    void oneSeedIsOneCompany() {
        for (long seed = 0; seed < 50; seed++) {
            Company first = RandomCompany.of(seed).company();
            Company second = RandomCompany.of(seed).company();
            for (Dataset dataset : Dataset.all()) {
                assertEquals(first.rows(dataset.name()), second.rows(dataset.name()), dataset.name());
            }
            long keys = first.rows("employees").stream()
                    .map(row -> row.get(0))
                    .distinct()
                    .count();
            assertEquals(first.rows("employees").size(), keys);
        }
    }

    @Test
    void eachVariantWritesAllDatasetsAndAlwaysTheSameBytes() throws IOException {
        Company company = RandomCompany.of(7).company();
        for (Rendering variant : Rendering.variants()) {
            Path once = Files.createTempDirectory(folder, "once");
            Path again = Files.createTempDirectory(folder, "again");
            variant.write(company, once);
            variant.write(company, again);
            try (Stream<Path> files = Files.list(once)) {
                List<Path> written = files.toList();
                assertTrue(written.size() >= company.datasets().size(), variant.toString());
                for (Path file : written) {
                    Path other = FileNames.resolve(again, FileNames.of(file));
                    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other));
                }
            }
        }
    }
}
