package dev.steelyard.publish;

import dev.steelyard.publish.Manifest.Output;
import java.io.IOException;
import java.math.BigDecimal;
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

/**
 * Checks a published folder against its manifest: every byte, no file more or less, and the totals computed again.
 *
 * @param differences what does not agree, a sentence each; empty where all does
 */
public record Verification(Manifest manifest, List<String> differences) {

    /** @throws IOException if there is no readable manifest */
    public static Verification of(Path folder) throws IOException {
        Manifest manifest;
        try {
            manifest = Manifest.fromJson(Files.readAllBytes(folder.resolve(Manifest.NAME)));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        List<String> differences = new ArrayList<>();
        Map<String, Output> found = new TreeMap<>();
        Files256.outputs(folder).forEach(output -> found.put(output.name(), output));
        for (Output expected : manifest.outputs()) {
            Output actual = found.remove(expected.name());
            if (actual == null) {
                differences.add(expected.name() + ": missing");
            } else if (!actual.equals(expected)) {
                differences.add(expected.name() + ": changed, expected " + expected.bytes() + " bytes sha256 "
                        + expected.sha256() + ", found " + actual.bytes() + " bytes sha256 " + actual.sha256());
            }
        }
        found.keySet().forEach(name -> differences.add(name + ": not in the manifest"));
        if (differences.isEmpty()) {
            compareTotals(folder, manifest, differences);
        }
        return new Verification(manifest, List.copyOf(differences));
    }

    private static void compareTotals(Path folder, Manifest manifest, List<String> differences) throws IOException {
        BigDecimal payout = BigDecimal.ZERO;
        long lines = 0;
        for (CSVRecord line : read(folder.resolve("payout.csv"))) {
            payout = payout.add(new BigDecimal(line.get("amount")));
            lines++;
        }
        compare("payout", payout.setScale(2).toPlainString(), manifest, differences);
        compare("payout_lines", Long.toString(lines), manifest, differences);
        compare("people", Long.toString(read(folder.resolve("scores.csv")).size()), manifest, differences);
        for (Manifest.Input input : manifest.inputs()) {
            if (input.read() != input.used() + input.outOfWindow() + input.rejected() + input.duplicate()) {
                differences.add(input.name() + ": rows read are not used + out of window + rejected + duplicate");
            }
        }
    }

    private static void compare(String total, String found, Manifest manifest, List<String> differences) {
        String expected = manifest.totals().get(total);
        if (!found.equals(expected)) {
            differences.add("total " + total + ": manifest " + expected + ", files " + found);
        }
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }
}
