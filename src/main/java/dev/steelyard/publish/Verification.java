package dev.steelyard.publish;

import dev.steelyard.publish.Manifest.Output;
import dev.steelyard.run.AmountSum;
import dev.steelyard.run.PayoutBook;
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
 * @param differences what does not agree; empty where all does
 */
public record Verification(Manifest manifest, List<Difference> differences) {

    /** What does not agree. */
    public enum Kind {
        /** A file of the manifest is not there. */
        MISSING,
        /** A file has other bytes than the manifest says. */
        CHANGED,
        /** A file is there that the manifest does not name. */
        SURPLUS,
        /** A total of the manifest is not what the files sum to. */
        TOTAL,
        /** An input's rows read are not used + out of window + rejected + duplicate. */
        ROWS,
        /** An input's money in is not used + not used. */
        SUM
    }

    /**
     * One thing that does not agree.
     *
     * @param name of the file or the total
     * @param expected as the manifest has it; blank where it has none
     * @param found as the folder has it; blank where it has none
     */
    public record Difference(Kind kind, String name, String expected, String found) {}

    /** @throws IOException if there is no readable manifest */
    public static Verification of(Path folder) throws IOException {
        Manifest manifest = Manifest.read(folder);
        List<Difference> differences = new ArrayList<>();
        Map<String, Output> found = new TreeMap<>();
        Files256.outputs(folder).forEach(output -> found.put(output.name(), output));
        for (Output expected : manifest.outputs()) {
            Output actual = found.remove(expected.name());
            if (actual == null) {
                differences.add(new Difference(Kind.MISSING, expected.name(), expected.sha256(), ""));
            } else if (!actual.equals(expected)) {
                differences.add(new Difference(Kind.CHANGED, expected.name(), expected.sha256(), actual.sha256()));
            }
        }
        found.values()
                .forEach(
                        surplus -> differences.add(new Difference(Kind.SURPLUS, surplus.name(), "", surplus.sha256())));
        if (differences.isEmpty()) {
            compareTotals(folder, manifest, differences);
        }
        return new Verification(manifest, List.copyOf(differences));
    }

    private static void compareTotals(Path folder, Manifest manifest, List<Difference> differences) throws IOException {
        PayoutBook payout = PayoutFile.read(folder);
        compare("payout", payout.sum("pay").toPlainString(), manifest, differences);
        compare("payout_on_hold", payout.sum("on_hold").toPlainString(), manifest, differences);
        compare("payout_carried", payout.sum("carried").toPlainString(), manifest, differences);
        compare("payout_lines", Long.toString(payout.lines().size()), manifest, differences);
        compare("people", Long.toString(read(folder.resolve("scores.csv")).size()), manifest, differences);
        if (Files.exists(folder.resolve(StatementIndex.NAME))) {
            differences.addAll(StatementIndex.differences(folder));
        }
        for (Manifest.Input input : manifest.inputs()) {
            if (input.read() != input.used() + input.outOfWindow() + input.rejected() + input.duplicate()) {
                long sum = input.used() + input.outOfWindow() + input.rejected() + input.duplicate();
                differences.add(
                        new Difference(Kind.ROWS, input.name(), Long.toString(input.read()), Long.toString(sum)));
            }
            input.sums().forEach((column, sum) -> {
                AmountSum amounts = sum.amounts();
                if (!amounts.reconciles() || amounts.notUsed().compareTo(new BigDecimal(sum.notUsed())) != 0) {
                    String found = amounts.used().add(amounts.notUsed()).toPlainString();
                    differences.add(new Difference(Kind.SUM, input.name() + " " + column, sum.in(), found));
                }
            });
        }
    }

    private static void compare(String total, String found, Manifest manifest, List<Difference> differences) {
        String expected = manifest.totals().get(total);
        if (!found.equals(expected)) {
            differences.add(new Difference(Kind.TOTAL, total, expected == null ? "" : expected, found));
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
