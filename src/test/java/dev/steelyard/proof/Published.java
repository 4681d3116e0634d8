package dev.steelyard.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A published folder as whoever receives it reads it. */
record Published(Path folder) {

    /** What depends on nothing but what the exports say (architecture.md 4, Same bytes). */
    static final List<String> RESULTS = List.of("scores.csv", "indicators.csv", "payout.csv", "suspensions.csv");

    /** The results as text, by file name. */
    Map<String, String> results() {
        Map<String, String> texts = new TreeMap<>();
        RESULTS.forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    /** Every file with its content, byte for byte as characters. */
    Map<String, String> everything() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString(), Published::raw, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String raw(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a machine file, column → cell. */
    List<Map<String, String>> rows(String name) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text(name), format)) {
            return parser.stream().map(CSVRecord::toMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of {@code scores.csv} by employee. */
    Map<String, Map<String, String>> scores() {
        return index(rows("scores.csv"), row -> row.get("employee_id"));
    }

    /** Rows of {@code indicators.csv} by employee and indicator: {@code E0101/nps}. */
    Map<String, Map<String, String>> indicators() {
        return index(rows("indicators.csv"), row -> row.get("employee_id") + "/" + row.get("indicator"));
    }

    List<Map<String, String>> payout(String employee) {
        return rows("payout.csv").stream()
                .filter(row -> row.get("employee_id").equals(employee))
                .toList();
    }

    JsonNode manifest() {
        return JsonMapper.shared().readTree(text("manifest.json"));
    }

    private static Map<String, Map<String, String>> index(
            List<Map<String, String>> rows, Function<Map<String, String>, String> key) {
        Map<String, Map<String, String>> index = new LinkedHashMap<>();
        rows.forEach(row -> index.put(key.apply(row), row));
        return index;
    }
}
