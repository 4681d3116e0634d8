package dev.steelyard.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steelyard.ledger.store.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCompanyTest {

    @TempDir
    Path folder;

    @Test
    void committedSamplesAreWhatTheGeneratorWrites() throws IOException {
        Path committed = Path.of("input-samples");
        if (Boolean.getBoolean("samples.write")) {
            SampleCompany.main(new String[] {committed.toString()});
        }
        SampleCompany.main(new String[] {folder.toString()});
        assertEquals(exports(committed), exports(folder));
        for (String file : exports(folder)) {
            assertArrayEquals(
                    Files.readAllBytes(FileNames.resolve(committed, file)),
                    Files.readAllBytes(FileNames.resolve(folder, file)),
                    file);
        }
    }

    private static TreeSet<String> exports(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            TreeSet<String> names = new TreeSet<>();
            files.map(FileNames::of).filter(name -> !name.equals("README.md")).forEach(names::add);
            return names;
        }
    }
}
