package dev.steelyard.output.publish;

import dev.steelyard.ledger.database.ChainHead;
import dev.steelyard.ledger.store.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A published folder to be held against the ledger.
 *
 * @param manifestHash of the manifest as it lies there
 */
public record SealedEdition(Path folder, Manifest manifest, String manifestHash) {

    /** Empty where there is no manifest, or none that can be read. */
    public static Optional<SealedEdition> of(Path folder) throws IOException {
        Path file = folder.resolve(Manifest.NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            return Optional.of(new SealedEdition(folder, Manifest.fromJson(bytes), Sha256.of(bytes)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The end of the ledger's chain with this edition, by its own account; empty where it does not say. */
    public Optional<ChainHead> head() {
        return manifest.place().map(place -> place.next(manifestHash));
    }

    /** Whether the manifest names the file. */
    public boolean names(String name) {
        return manifest.outputs().stream().anyMatch(output -> output.name().equals(name));
    }

    /** Whether the file is there as the manifest says. */
    public boolean isWhole(String name) throws IOException {
        Path file = folder.resolve(name);
        String found = Files.isRegularFile(file) ? Sha256.of(file) : "";
        return manifest.outputs().stream()
                .anyMatch(
                        output -> output.name().equals(name) && output.sha256().equals(found));
    }

    /** The rows of a machine file, column → text. */
    public List<Map<String, String>> rows(String name) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(folder.resolve(name), StandardCharsets.UTF_8, format)) {
            return parser.stream()
                    .<Map<String, String>>map(row -> new LinkedHashMap<>(row.toMap()))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new IOException(folder.resolve(name) + " cannot be read back", e);
        }
    }
}
