package dev.steelyard.output.publish;

import static dev.steelyard.output.publish.CsvTable.column;
import static dev.steelyard.output.publish.CsvTable.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** {@code managers.csv}: which manager may read which file of the edition; written where a job hands out. */
public final class ReaderIndex {

    public static final String NAME = "managers.csv";

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private ReaderIndex() {}

    /** A manager and a file that shows their people and nobody else. */
    public record Entry(String employeeId, String file) {}

    public static EditionFile file(List<Entry> entries) {
        CsvTable<Entry> table =
                new CsvTable<>(NAME, List.of(column("employee_id", Entry::employeeId), text("file", Entry::file)));
        return new EditionFile(NAME, out -> table.write(entries.iterator(), out));
    }

    /** Manager → their files; nobody where the edition has no index. */
    public static Map<String, List<String>> read(Path edition) throws IOException {
        Map<String, List<String>> files = new TreeMap<>();
        Path index = edition.resolve(NAME);
        if (Files.isRegularFile(index)) {
            try (CSVParser rows = CSVParser.parse(index, StandardCharsets.UTF_8, FORMAT)) {
                for (CSVRecord row : rows) {
                    files.computeIfAbsent(row.get("employee_id"), id -> new ArrayList<>())
                            .add(row.get("file"));
                }
            }
        }
        return files;
    }
}
