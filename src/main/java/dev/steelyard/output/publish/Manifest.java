package dev.steelyard.output.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.plausible.Acceptance;
import dev.steelyard.engine.run.AmountSum;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.RuleHashes;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.ledger.database.ChainHead;
import dev.steelyard.ledger.database.LedgerChain;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * @param accepted implausible findings that somebody accepted by name; left out where there is none
 * @param outputs every file of the folder but the manifest, by name
 * @param ledger its place in the ledger's chain; null of a trial, and of what an older engine published
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
        String findings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Accepted> accepted,
        @JsonInclude(JsonInclude.Include.NON_NULL) Place ledger) {

    public Manifest {
        accepted = accepted == null ? List.of() : List.copyOf(accepted);
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
            long excluded,
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
                    rows.excluded(),
                    rows.rejected(),
                    rows.duplicate(),
                    sums);
        }

        /** What became of its rows; a manifest of before row filters has no excluded ones. */
        InputFile.Counts rows() {
            return new InputFile.Counts(read, used, outOfWindow, excluded, rejected, duplicate);
        }

        InputFile file() {
            Map<String, AmountSum> amounts = new LinkedHashMap<>();
            sums.forEach((column, sum) -> amounts.put(column, sum.amounts()));
            return new InputFile(dataset, name, bytes, sha256, rows(), amounts);
        }
    }

    /** What became of the money in one column of an export; plain decimals. */
    public record Sum(
            String in,
            String used,
            String notUsed,
            String outOfWindow,
            String excluded,
            String rejected,
            String duplicate,
            long unreadable) {
        static Sum of(AmountSum sum) {
            return new Sum(
                    sum.in().toPlainString(),
                    sum.used().toPlainString(),
                    sum.notUsed().toPlainString(),
                    sum.outOfWindow().toPlainString(),
                    sum.excluded().toPlainString(),
                    sum.rejected().toPlainString(),
                    sum.duplicate().toPlainString(),
                    sum.unreadable());
        }

        AmountSum amounts() {
            return new AmountSum(
                    new BigDecimal(in),
                    new BigDecimal(used),
                    new BigDecimal(outOfWindow),
                    new BigDecimal(excluded == null ? "0" : excluded),
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
     * @param accepted implausible findings that somebody accepted by name
     */
    public record Reads(
            Map<String, String> earlier, List<LookedBack> history, String findings, List<Accepted> accepted) {
        public static final Reads NOTHING = new Reads(Map.of(), List.of(), "", List.of());

        public Reads {
            earlier = Collections.unmodifiableMap(new TreeMap<>(earlier));
            history = List.copyOf(history);
            accepted = List.copyOf(accepted);
        }
    }

    /**
     * An implausible finding that somebody accepted by name.
     *
     * @param figure what was found, when it was accepted
     * @param employeeId whom the roster knows under the name; blank where it knows nobody
     */
    public record Accepted(
            String code,
            String dataset,
            String month,
            String place,
            String figure,
            String reason,
            String by,
            String employeeId,
            String account,
            String asOf) {

        public static Accepted of(Acceptance one) {
            return new Accepted(
                    one.wish().code(),
                    one.dataset(),
                    one.month().toString(),
                    one.place(),
                    one.figure().toPlainString(),
                    one.wish().reason(),
                    one.wish().by(),
                    one.employeeId(),
                    one.wish().account(),
                    one.asOf().toString());
        }

        /** The acceptance itself. */
        public Acceptance acceptance() {
            return new Acceptance(
                    new Acceptance.Wish(code, dataset, reason, by, account),
                    dataset,
                    Period.parse(month).orElseThrow(),
                    place,
                    new BigDecimal(figure),
                    employeeId,
                    LocalDate.parse(asOf));
        }
    }

    /**
     * A period before that reports look back at.
     *
     * @param run the run whose figures they show
     * @param closed whether the period was closed by then
     */
    public record LookedBack(String period, String run, boolean closed) {}

    /**
     * Where an edition stands in the ledger's chain.
     *
     * @param head the end of the chain before it
     * @param rows what the ledger's rows of it hash to
     */
    public record Place(String head, String rows) {
        static Place of(LedgerChain.Draft draft) {
            return new Place(draft.head().hash(), draft.rows());
        }

        /** The end of the chain with the edition. */
        ChainHead next(String manifestHash) {
            return new ChainHead(head).next(rows, manifestHash);
        }
    }

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
            Reads reads,
            Optional<LedgerChain.Draft> ledger) {
        return new Manifest(
                identity.id(),
                identity.job(),
                identity.period().toString(),
                identity.revision(),
                identity.asOf().toString(),
                identity.plan(),
                identity.hashes().plan(),
                identity.hashes().exports(),
                identity.hashes().calendar(),
                identity.engine(),
                identity.samples() ? true : null,
                inputs.stream().map(Input::of).toList(),
                List.copyOf(outputs),
                totals(result, inputs),
                previous,
                reads.earlier(),
                reads.history(),
                reads.findings(),
                reads.accepted(),
                ledger.map(Place::of).orElse(null));
    }

    private static Map<String, String> totals(RunResult result, List<InputFile> inputs) {
        Map<String, String> totals = new LinkedHashMap<>();
        boolean scored = result.input().purpose().scores();
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
        totals.put("rows_excluded", Long.toString(rows.excluded()));
        totals.put("rows_rejected", Long.toString(rows.rejected()));
        totals.put("rows_duplicate", Long.toString(rows.duplicate()));
        if (scored) {
            payout(result, totals);
        }
        return totals;
    }

    private static void payout(RunResult result, Map<String, String> totals) {
        totals.put("payout_lines", Integer.toString(result.payout().size()));
        totals.put(
                "payout_payable_lines",
                Long.toString(result.payout().stream()
                        .filter(line -> line.status() == PayoutLine.Status.PAY)
                        .count()));
        // Payable; what is on hold or carried stands apart.
        totals.put("payout", result.totalPayout().toString());
        totals.put(
                "payout_on_hold", result.totalPayout(PayoutLine.Status.ON_HOLD).toString());
        totals.put(
                "payout_carried", result.totalPayout(PayoutLine.Status.CARRIED).toString());
    }

    /** Its place in the ledger's chain; empty of a trial, and of what an older engine published. */
    public Optional<Place> place() {
        return Optional.ofNullable(ledger);
    }

    /** Of the rules that it went by. */
    public RuleHashes hashes() {
        return new RuleHashes(planHash, exportsHash, calendarHash);
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
