package dev.steelyard.output.publish;

import dev.steelyard.engine.run.AmountSum;
import dev.steelyard.engine.run.PayoutBook;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.output.publish.Manifest.Output;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Checks a published folder against its manifest: every byte, no file more or less, the totals computed again, and the chain
 * of its earlier revisions.
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
        /** An input's rows read are not used + out of window + excluded + rejected + duplicate. */
        ROWS,
        /** An input's money in is not used + not used. */
        SUM,
        /** The folder bears the name of another revision. */
        PLACE,
        /** An earlier revision is not there. */
        REVISION_MISSING,
        /** An earlier revision's manifest is not the one that the next revision was made after. */
        REVISION_CHANGED,
        /** A revision names no revision before it though there is one, or one though it is the first. */
        LINK,
        /** The ledger knows nothing of the revision. */
        NOT_RECORDED,
        /** A revision's manifest is not the one that the ledger recorded. */
        NOT_AS_RECORDED
    }

    /**
     * One thing that does not agree.
     *
     * @param name of the file or the total
     * @param expected as the manifest has it; blank where it has none
     * @param found as the folder has it; blank where it has none
     */
    public record Difference(Kind kind, String name, String expected, String found) {}

    /** Without the ledger. */
    public static Verification of(Path folder) throws IOException {
        return of(folder, Optional.empty());
    }

    /**
     * Checks the folder.
     *
     * @param recorded name of the folder → hash of its manifest in the ledger; empty where the ledger is not asked
     * @throws IOException caused by an IllegalArgumentException if the manifest is damaged, so that nothing can be checked
     *     against it
     */
    public static Verification of(Path folder, Optional<Map<String, String>> recorded) throws IOException {
        Manifest manifest = Manifest.read(folder);
        if (!Seal.isWhole(Files.readAllBytes(folder.resolve(Manifest.NAME)))) {
            throw new IOException(new IllegalArgumentException("the manifest is not what was sealed"));
        }
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
        differences.addAll(new Chain(folder, recorded).differences(manifest));
        return new Verification(manifest, List.copyOf(differences));
    }

    private static void compareTotals(Path folder, Manifest manifest, List<Difference> differences) throws IOException {
        // An edition of alerts has neither.
        if (Files.exists(folder.resolve("scores.csv")) || manifest.totals().containsKey("payout")) {
            compareScoresAndPay(folder, manifest, differences);
        }
        compareRows(manifest, differences);
    }

    private static void compareScoresAndPay(Path folder, Manifest manifest, List<Difference> differences)
            throws IOException {
        PayoutBook payout = PayoutFile.read(folder);
        compare("payout", payout.sum("pay").toPlainString(), manifest, differences);
        compare("payout_on_hold", payout.sum("on_hold").toPlainString(), manifest, differences);
        compare("payout_carried", payout.sum("carried").toPlainString(), manifest, differences);
        compare("payout_lines", Long.toString(payout.lines().size()), manifest, differences);
        List<CSVRecord> people = read(folder.resolve("scores.csv"));
        compare("people", Long.toString(people.size()), manifest, differences);
        for (Status status : Status.values()) {
            long count = people.stream()
                    .filter(row -> row.get("status").equals(status.code()))
                    .count();
            compare(status.name().toLowerCase(Locale.ROOT), Long.toString(count), manifest, differences);
        }
        if (Files.exists(folder.resolve(StatementIndex.NAME))) {
            differences.addAll(StatementIndex.differences(folder));
        }
    }

    private static void compareRows(Manifest manifest, List<Difference> differences) {
        compare("rows_read", sum(manifest, Manifest.Input::read), manifest, differences);
        compare("rows_used", sum(manifest, Manifest.Input::used), manifest, differences);
        compare("rows_out_of_window", sum(manifest, Manifest.Input::outOfWindow), manifest, differences);
        if (manifest.totals().containsKey("rows_excluded")) { // not in manifests of before row filters
            compare("rows_excluded", sum(manifest, Manifest.Input::excluded), manifest, differences);
        }
        compare("rows_rejected", sum(manifest, Manifest.Input::rejected), manifest, differences);
        compare("rows_duplicate", sum(manifest, Manifest.Input::duplicate), manifest, differences);
        for (Manifest.Input input : manifest.inputs()) {
            if (!input.rows().reconciles()) {
                String sum = Long.toString(input.rows().accounted());
                differences.add(new Difference(Kind.ROWS, input.name(), Long.toString(input.read()), sum));
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

    private static String sum(Manifest manifest, ToLongFunction<Manifest.Input> rows) {
        return Long.toString(manifest.inputs().stream().mapToLong(rows).sum());
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
