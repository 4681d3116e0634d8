package dev.steelyard.output.publish;

import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Whether a result, calculated again, prints what a folder published. */
public final class Reproduction {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** The first so many cells that differ are named. */
    private static final int NAMED = 10;

    private Reproduction() {}

    /** The rows of {@code payout.csv}, column → text. */
    public static List<Map<String, String>> payout(Path folder) throws IOException {
        return rows(folder.resolve("payout.csv"));
    }

    /** Cells of scores, indicators and suspensions that differ: {@code scores.csv E0101 final: 83.50 ≠ 83.49}. */
    public static List<String> scoreDifferences(Path folder, RunIdentity identity, RunResult result)
            throws IOException {
        Printed printed = Printed.of(result, identity);
        List<String> differences = new ArrayList<>();
        compare("scores.csv", rows(folder.resolve("scores.csv")), printed.scores(), differences);
        compare("indicators.csv", rows(folder.resolve("indicators.csv")), printed.indicators(), differences);
        compare("suspensions.csv", rows(folder.resolve("suspensions.csv")), printed.suspensions(), differences);
        return differences;
    }

    /** The same of {@code payout.csv}. */
    public static List<String> payoutDifferences(Path folder, RunIdentity identity, RunResult result)
            throws IOException {
        List<String> differences = new ArrayList<>();
        compare("payout.csv", payout(folder), Printed.of(result, identity).payout(), differences);
        return differences;
    }

    private static void compare(
            String file, List<Map<String, String>> published, List<Map<String, String>> computed, List<String> to) {
        if (published.size() != computed.size()) {
            to.add(file + ": " + published.size() + " ≠ " + computed.size());
        }
        for (int i = 0; i < Math.min(published.size(), computed.size()) && to.size() < NAMED; i++) {
            Map<String, String> one = published.get(i);
            Map<String, String> other = computed.get(i);
            TreeSet<String> columns = new TreeSet<>(one.keySet());
            columns.addAll(other.keySet());
            for (String column : columns) {
                String before = one.getOrDefault(column, "");
                String after = other.getOrDefault(column, "");
                if (!before.equals(after)) {
                    to.add(file + " " + one.get("employee_id") + " " + column + ": " + before + " ≠ " + after);
                }
            }
        }
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            for (CSVRecord row : parser) {
                Map<String, String> cells = new LinkedHashMap<>();
                parser.getHeaderNames().forEach(name -> cells.put(name, row.get(name)));
                rows.add(cells);
            }
        }
        return rows;
    }
}
