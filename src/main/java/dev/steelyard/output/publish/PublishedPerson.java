package dev.steelyard.output.publish;

import dev.steelyard.engine.run.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What a published folder says of one person.
 *
 * @param scores the row of {@code scores.csv}, column → text
 * @param indicators the rows of {@code indicators.csv}, by indicator
 * @param payout the rows of {@code payout.csv}, by component and number: {@code commission-1}
 */
public record PublishedPerson(
        Map<String, String> scores,
        Map<String, Map<String, String>> indicators,
        Map<String, Map<String, String>> payout) {

    private static final String ID = "employee_id";
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Empty where the run did not score the person. */
    public static Optional<PublishedPerson> read(Path folder, String employeeId) throws IOException {
        List<Map<String, String>> scores = rows(folder.resolve("scores.csv"), employeeId);
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PublishedPerson(
                scores.get(0),
                byIndicator(rows(folder.resolve("indicators.csv"), employeeId)),
                byLine(rows(folder.resolve("payout.csv"), employeeId))));
    }

    /** The same of a result that was not published. */
    public static Optional<PublishedPerson> of(RunResult result, String employeeId) {
        Printed printed = Printed.of(result, employeeId::equals);
        return printed.scores().stream()
                .findFirst()
                .map(row -> new PublishedPerson(row, byIndicator(printed.indicators()), byLine(printed.payout())));
    }

    /** Everybody whom the folder tells of. */
    public static List<String> employees(Path folder) throws IOException {
        try (CSVParser parser = open(folder.resolve("scores.csv"))) {
            return parser.stream().map(row -> row.get(ID)).toList();
        }
    }

    /** Figures that differ, a sentence each: {@code final: published 83.50, computed 83.49}. */
    public List<String> differences(PublishedPerson computed) {
        List<String> differences = new ArrayList<>();
        compare("", scores, computed.scores, differences);
        TreeSet<String> all = new TreeSet<>(indicators.keySet());
        all.addAll(computed.indicators.keySet());
        for (String indicator : all) {
            compare(
                    indicator + " ",
                    indicators.getOrDefault(indicator, Map.of()),
                    computed.indicators.getOrDefault(indicator, Map.of()),
                    differences);
        }
        return differences;
    }

    private static void compare(
            String of, Map<String, String> published, Map<String, String> computed, List<String> differences) {
        TreeSet<String> columns = new TreeSet<>(published.keySet());
        columns.addAll(computed.keySet());
        for (String column : columns) {
            String one = published.getOrDefault(column, "");
            String other = computed.getOrDefault(column, "");
            if (!one.equals(other)) {
                differences.add(of + column + ": " + one + " ≠ " + other);
            }
        }
    }

    /**
     * Published payout lines that the run does not calculate by itself: what the ledger says of other periods, such as
     * true-ups.
     */
    public Map<String, Map<String, String>> linesBesides(PublishedPerson computed) {
        Map<String, Map<String, String>> besides = new LinkedHashMap<>(payout);
        besides.keySet().removeAll(computed.payout.keySet());
        return besides;
    }

    /** Payout lines that come out otherwise, a sentence each. */
    public List<String> payDifferences(PublishedPerson computed) {
        List<String> differences = new ArrayList<>();
        computed.payout.forEach((line, row) -> {
            String published = payout.getOrDefault(line, Map.of()).getOrDefault("amount", "");
            if (!published.equals(row.get("amount"))) {
                differences.add(line + ": " + published + " ≠ " + row.get("amount"));
            }
        });
        return differences;
    }

    /** A line's id ends with component and number, whatever run it is of. */
    private static Map<String, Map<String, String>> byLine(List<Map<String, String>> rows) {
        Map<String, Map<String, String>> byLine = new LinkedHashMap<>();
        rows.forEach(row -> {
            String id = row.get("line_id");
            byLine.put(row.get("component") + id.substring(id.lastIndexOf('-')), row);
        });
        return byLine;
    }

    private static Map<String, Map<String, String>> byIndicator(List<Map<String, String>> rows) {
        Map<String, Map<String, String>> byIndicator = new LinkedHashMap<>();
        rows.forEach(row -> byIndicator.put(row.get("indicator"), row));
        return byIndicator;
    }

    private static List<Map<String, String>> rows(Path file, String employeeId) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(naming(employeeId, Files.readString(file)), FORMAT)) {
            for (CSVRecord row : parser) {
                if (row.get(ID).equals(employeeId)) {
                    Map<String, String> cells = new LinkedHashMap<>();
                    parser.getHeaderNames().forEach(name -> cells.put(name, row.get(name)));
                    rows.add(cells);
                }
            }
        }
        return rows;
    }

    /** The header and the records that may name somebody: to parse those of everybody took a tenth of an answer. */
    private static String naming(String employeeId, String file) {
        String written = employeeId.replace("\"", "\"\"");
        StringBuilder naming = new StringBuilder();
        boolean quoted = false;
        int start = 0;
        int next = file.indexOf(written);
        for (int i = 0; i < file.length(); i++) {
            char c = file.charAt(i);
            quoted ^= c == '"';
            if (i == file.length() - 1 || c == '\n' && !quoted) {
                boolean names = next >= 0 && next <= i;
                if (start == 0 || names) {
                    naming.append(file, start, i + 1);
                }
                next = names ? file.indexOf(written, i + 1) : next;
                start = i + 1;
            }
        }
        return naming.toString();
    }

    private static CSVParser open(Path file) throws IOException {
        return CSVParser.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8), FORMAT);
    }
}
