package dev.steelyard.output.publish;

import static dev.steelyard.output.publish.CsvTable.column;
import static dev.steelyard.output.publish.CsvTable.text;

import dev.steelyard.ledger.store.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * {@code managers.csv}: which manager may read which file of the edition; written where a job hands out.
 *
 * @param isPublished whether the edition has one
 * @param isSound whether it is as it was published
 * @param files manager → their files; nobody where it is not sound
 */
public record ReaderIndex(boolean isPublished, boolean isSound, Map<String, List<String>> files) {

    public static final String NAME = "managers.csv";

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** A manager and a file that shows their people and nobody else. */
    public record Entry(String employeeId, String file) {}

    public static EditionFile file(List<Entry> entries) {
        CsvTable<Entry> table =
                new CsvTable<>(NAME, List.of(column("employee_id", Entry::employeeId), text("file", Entry::file)));
        return new EditionFile(NAME, out -> table.write(entries.iterator(), out));
    }

    /** As it was published, and nothing else: by another list somebody would get what is not theirs. */
    public static ReaderIndex of(Path edition, Manifest manifest) throws IOException {
        Optional<String> published = manifest.outputs().stream()
                .filter(one -> one.name().equals(NAME))
                .map(Manifest.Output::sha256)
                .findFirst();
        Path index = edition.resolve(NAME);
        if (published.isEmpty() || !Files.isRegularFile(index)) {
            return new ReaderIndex(published.isPresent(), false, Map.of());
        }
        byte[] content = Files.readAllBytes(index);
        if (!Sha256.of(content).equals(published.get())) {
            return new ReaderIndex(true, false, Map.of());
        }
        Map<String, List<String>> files = new TreeMap<>();
        try (CSVParser rows = CSVParser.parse(new String(content, StandardCharsets.UTF_8), FORMAT)) {
            for (CSVRecord row : rows) {
                files.computeIfAbsent(row.get("employee_id"), id -> new ArrayList<>())
                        .add(row.get("file"));
            }
        }
        return new ReaderIndex(true, true, files);
    }
}
