package dev.steelyard.output.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.run.AmountSum;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.Purpose;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a published folder says of itself: what went in, what came out, what it sums to. Written last.
 *
 * @param run the run's id
 * @param samples true where the inputs are those of the sample company; else left out
 * @param previous the hash of the previous revision's manifest; blank for the first
 * @param earlier shorter period → the run of it that this one read
 * @param history the runs of periods before that the reports look back at, oldest first
 * @param findings the hash of the list of problems of whole files, which the store keeps
 * @param outputs every file of the folder but the manifest, by name
 */
public record Manifest(
        String run,
        String job,
        String period,
        int revision,
        String asOf,
        String plan,
        String planHash,
        String exportsHash,
        String calendarHash,
        String engine,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean samples,
        List<Input> inputs,
        List<Output> outputs,
        Map<String, String> totals,
        String previous,
        Map<String, String> earlier,
        List<LookedBack> history,
        String findings) {

    public Manifest {
        history = history == null ? List.of() : List.copyOf(history);
        findings = findings == null ? "" : findings;
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
        earlier = earlier == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(earlier));
    }

    /** The manifest's name in the folder. */
    public static final String NAME = "manifest.json";

    /** One export and what became of its rows and, by amount column, of its money. */
    public record Input(
            String dataset,
            String name,
            long bytes,
            String sha256,
            long read,
            long used,
            long outOfWindow,
            long rejected,
            long duplicate,
            Map<String, Sum> sums) {

        public Input {
            sums = sums == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(sums));
        }

        static Input of(InputFile file) {
            InputFile.Counts rows = file.rows();
            Map<String, Sum> sums = new LinkedHashMap<>();
            file.sums().forEach((column, sum) -> sums.put(column, Sum.of(sum)));
            return new Input(
                    file.dataset(),
                    file.name(),
                    file.bytes(),
                    file.sha256(),
                    rows.read(),
                    rows.used(),
                    rows.outOfWindow(),
                    rows.rejected(),
                    rows.duplicate(),
                    sums);
        }

        InputFile file() {
            Map<String, AmountSum> amounts = new LinkedHashMap<>();
            sums.forEach((column, sum) -> amounts.put(column, sum.amounts()));
            InputFile.Counts rows = new InputFile.Counts(read, used, outOfWindow, rejected, duplicate);
            return new InputFile(dataset, name, bytes, sha256, rows, amounts);
        }
    }

    /** What became of the money in one column of an export; plain decimals. */
    public record Sum(
            String in,
            String used,
            String notUsed,
            String outOfWindow,
            String rejected,
            String duplicate,
            long unreadable) {
        static Sum of(AmountSum sum) {
            return new Sum(
                    sum.in().toPlainString(),
                    sum.used().toPlainString(),
                    sum.notUsed().toPlainString(),
                    sum.outOfWindow().toPlainString(),
                    sum.rejected().toPlainString(),
                    sum.duplicate().toPlainString(),
                    sum.unreadable());
        }

        AmountSum amounts() {
            return new AmountSum(
                    new BigDecimal(in),
                    new BigDecimal(used),
                    new BigDecimal(outOfWindow),
                    new BigDecimal(rejected),
                    new BigDecimal(duplicate),
                    unreadable);
        }
    }

    /**
     * What a run read besides its inputs.
     *
     * @param earlier shorter period → run
     * @param history the periods before that its reports look back at
     * @param findings the hash of the list of problems of whole files; blank where it is not kept
     */
    public record Reads(Map<String, String> earlier, List<LookedBack> history, String findings) {
        public static final Reads NOTHING = new Reads(Map.of(), List.of(), "");

        public Reads {
            earlier = Collections.unmodifiableMap(new TreeMap<>(earlier));
            history = List.copyOf(history);
        }
    }

    /**
     * A period before that reports look back at.
     *
     * @param run the run whose figures they show
     * @param closed whether the period was closed by then
     */
    public record LookedBack(String period, String run, boolean closed) {}

    /** One published file. */
    public record Output(String name, long bytes, String sha256) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    static Manifest of(
            RunIdentity identity,
            RunResult result,
            List<InputFile> inputs,
            List<Output> outputs,
            String previous,
            Reads reads) {
        return new Manifest(
                identity.id(),
                identity.job(),
                identity.period().toString(),
                identity.revision(),
                identity.asOf().toString(),
                identity.plan(),
                identity.planHash(),
                identity.exportsHash(),
                identity.calendarHash(),
                identity.engine(),
                identity.samples() ? true : null,
                inputs.stream().map(Input::of).toList(),
                List.copyOf(outputs),
                totals(result, inputs),
                previous,
                reads.earlier(),
                reads.history(),
                reads.findings());
    }

    private static Map<String, String> totals(RunResult result, List<InputFile> inputs) {
        Map<String, String> totals = new LinkedHashMap<>();
        boolean scored = result.input().purpose() == Purpose.SCORING;
        if (scored) {
            totals.put("people", Integer.toString(result.book().cards().size()));
            for (Status status : Status.values()) {
                totals.put(status.name().toLowerCase(Locale.ROOT), Long.toString(result.count(status)));
            }
        }
        InputFile.Counts rows =
                inputs.stream().map(InputFile::rows).reduce(InputFile.Counts.NONE, InputFile.Counts::plus);
        totals.put("rows_read", Long.toString(rows.read()));
        totals.put("rows_used", Long.toString(rows.used()));
        totals.put("rows_out_of_window", Long.toString(rows.outOfWindow()));
        totals.put("rows_rejected", Long.toString(rows.rejected()));
        totals.put("rows_duplicate", Long.toString(rows.duplicate()));
        if (scored) {
            payout(result, totals);
        }
        return totals;
    }

    private static void payout(RunResult result, Map<String, String> totals) {
        totals.put("payout_lines", Integer.toString(result.payout().size()));
        // Payable; what is on hold or carried stands apart.
        totals.put("payout", result.totalPayout().toString());
        totals.put(
                "payout_on_hold", result.totalPayout(PayoutLine.Status.ON_HOLD).toString());
        totals.put(
                "payout_carried", result.totalPayout(PayoutLine.Status.CARRIED).toString());
    }

    /** Whether the inputs are those of the sample company. */
    public boolean ofSamples() {
        return samples != null && samples;
    }

    /** The inputs as the run had them. */
    public List<InputFile> inputFiles() {
        return inputs.stream().map(Input::file).toList();
    }

    byte[] toJson() {
        return Seal.seal(JSON.writeValueAsString(this).replace("\r\n", "\n"));
    }

    /** @throws IOException if the folder has no readable manifest */
    public static Manifest read(Path folder) throws IOException {
        try {
            return fromJson(Files.readAllBytes(folder.resolve(NAME)));
        } catch (IllegalArgumentException e) {
            throw new IOException(folder.resolve(NAME) + ": " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if the bytes are no manifest */
    static Manifest fromJson(byte[] json) {
        try {
            return JSON.readValue(json, Manifest.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a manifest: " + e.getOriginalMessage(), e);
        }
    }
}
