package dev.steelyard.app.cli.run;

import dev.steelyard.app.batch.Outcome;
import dev.steelyard.app.cli.run.Beyond.Kind;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.worker.WorkTally;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plausible.Finding;
import dev.steelyard.engine.plausible.Verdict;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.ProblemDigest;
import dev.steelyard.engine.run.Revised;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.ledger.database.ChainHead;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.output.publish.SealedEdition;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How a run ended, as people and programs are told.
 *
 * @param problems code → how many, commonest first
 * @param outcome what was published, or that nothing was calculated anew
 */
public record RunReport(
        Setup setup,
        Standing standing,
        Manifest manifest,
        Figures figures,
        Map<String, Long> problems,
        List<Beyond> beyond,
        Outcome outcome,
        Path folder) {

    /** Exports without a row of the period. */
    static final Set<String> STALE = Set.of("STALE");

    public enum Standing {
        PUBLISHED,
        TRIAL,
        UNCHANGED,
        /** To be final, and shown as a trial: what was delivered can hardly be what was meant. */
        IMPLAUSIBLE;

        /** As {@code --json} writes it. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param trial whether no more than a trial was asked for */
    public static RunReport of(Setup setup, Outcome outcome, boolean trial) throws IOException {
        if (outcome instanceof Outcome.Published published) {
            Map<String, Long> counts = new LinkedHashMap<>();
            published.problems().counts().forEach((code, count) -> counts.put(code.code(), count));
            return of(
                    setup,
                    standing(published, trial),
                    published.folder(),
                    counts,
                    Map.of(
                            Kind.LOST_DECISIONS,
                            published.problems().lostCount(),
                            // A cut file is known by its last row; each has one.
                            Kind.UNREADABLE_FILES,
                            Findings.of(published.fileProblems()).unreadable().size()
                                    + counts.getOrDefault(ProblemCode.RECORD_CUT.code(), 0L)
                                    + counts.getOrDefault(ProblemCode.ROW_HEADER_AGAIN.code(), 0L),
                            Kind.STALE_EXPORTS,
                            published.verdict().warnings(STALE),
                            Kind.PAY_IN_DOUBT,
                            published.verdict().warnings(Finding.OF_PAY)),
                    published);
        }
        Path folder = ((Outcome.Unchanged) outcome).folder();
        List<CSVRecord> problems = problems(folder);
        return of(
                setup,
                Standing.UNCHANGED,
                folder,
                counts(problems),
                Map.of(
                        Kind.LOST_DECISIONS,
                        lost(setup, problems),
                        Kind.UNREADABLE_FILES,
                        unreadable(problems),
                        Kind.STALE_EXPORTS,
                        unlikely(problems, STALE),
                        Kind.PAY_IN_DOUBT,
                        unlikely(problems, Finding.OF_PAY)),
                outcome);
    }

    private static Standing standing(Outcome.Published published, boolean trial) {
        if (!published.identity().isTrial()) {
            return Standing.PUBLISHED;
        }
        return trial ? Standing.TRIAL : Standing.IMPLAUSIBLE;
    }

    private static long unlikely(List<CSVRecord> problems, Set<String> rules) {
        return problems.stream()
                .filter(problem ->
                        problem.get("code").equals(ProblemCode.UNLIKELY.code()) && rules.contains(problem.get("value")))
                .count();
    }

    private static RunReport of(
            Setup setup,
            Standing standing,
            Path folder,
            Map<String, Long> problems,
            Map<Kind, Long> found,
            Outcome outcome)
            throws IOException {
        Manifest manifest = Manifest.read(folder);
        Figures figures = Figures.of(manifest, folder);
        Map<Kind, Long> all = new EnumMap<>(found);
        all.put(Kind.OPEN_PERIODS, problems.getOrDefault(ProblemCode.PERIOD_NOT_CLOSED.code(), 0L));
        List<Beyond> beyond = Beyond.of(
                setup.job().thresholds(),
                figures,
                all,
                ChronoUnit.DAYS.between(
                        Period.parse(manifest.period()).orElseThrow().last(), LocalDate.parse(manifest.asOf())));
        return new RunReport(setup, standing, manifest, figures, problems, beyond, outcome, folder);
    }

    private static List<CSVRecord> problems(Path folder) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(folder.resolve("problems.csv"), StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }

    private static Map<String, Long> counts(List<CSVRecord> problems) {
        Map<String, Long> counts = new LinkedHashMap<>();
        problems.forEach(problem -> counts.merge(problem.get("code"), 1L, Long::sum));
        return counts;
    }

    /** As {@link ProblemDigest#lostCount} counted them. */
    private static long lost(Setup setup, List<CSVRecord> problems) {
        Set<String> lossless = Schema.lossless(setup.schemas().values());
        Set<String> codes = Arrays.stream(ProblemCode.values())
                .filter(code -> code.rejects() || code == ProblemCode.NAME_UNKNOWN)
                .map(ProblemCode::code)
                .collect(Collectors.toSet());
        return problems.stream()
                .filter(problem -> lossless.contains(problem.get("dataset")) && codes.contains(problem.get("code")))
                .count();
    }

    private static long unreadable(List<CSVRecord> problems) {
        return problems.stream()
                .filter(problem -> Findings.isOfWholeFile(problem.get("code"))
                        && !problem.get("file").isEmpty())
                .map(problem -> problem.get("file"))
                .distinct()
                .count();
    }

    /** What of the delivery can hardly be meant; nothing where nothing was calculated anew. */
    public Verdict verdict() {
        return published().map(Outcome.Published::verdict).orElse(Verdict.NOTHING);
    }

    /** What was published; empty where nothing was calculated anew. */
    private Optional<Outcome.Published> published() {
        return outcome instanceof Outcome.Published published ? Optional.of(published) : Optional.empty();
    }

    private Optional<Outcome.Unchanged> unchanged() {
        return outcome instanceof Outcome.Unchanged unchanged ? Optional.of(unchanged) : Optional.empty();
    }

    /** How the period was closed, where this is the revision that is paid; only of one that was there before. */
    Optional<Outcome.Closed> paid() {
        return unchanged().filter(Outcome.Unchanged::isPaid).flatMap(Outcome.Unchanged::closed);
    }

    /** What finance pays by: the closed edition, where there is one of this revision. */
    Path payFolder() {
        return paid().map(Outcome.Closed::folder).orElse(folder);
    }

    /** The open period that makes good what this revision differs in, of one that was calculated after the close. */
    Optional<Period> madeGoodBy() {
        return unchanged()
                .filter(same -> !same.isPaid())
                .flatMap(Outcome.Unchanged::closed)
                .map(Outcome.Closed::next)
                .or(() -> revised().flatMap(Revised::next));
    }

    /** What changed against the revision before. */
    Optional<Revised> revised() {
        return published().flatMap(Outcome.Published::revised);
    }

    /** What was found; empty where nothing was calculated anew. */
    Optional<ProblemDigest> digest() {
        return published().map(Outcome.Published::problems);
    }

    /** What each worker did for the run. */
    public List<WorkTally.Worker> workers() {
        return published().map(Outcome.Published::workers).orElse(List.of());
    }

    /** The end of the ledger's chain with this revision, as people write it down; blank of a trial. */
    public String head() {
        try {
            return SealedEdition.of(folder)
                    .flatMap(SealedEdition::head)
                    .map(ChainHead::shown)
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code r1}, or {@code trial}. */
    String edition() {
        return folder.getFileName().toString();
    }

    public int exit() {
        return standing == Standing.IMPLAUSIBLE ? Exit.REFUSED : Beyond.exit(beyond);
    }

    /** Whether there are scores and pay to tell of. */
    boolean isScoring() {
        return setup.job().does().scores();
    }

    public Json json() {
        Json json = Json.of("outcome", standing.code())
                .with("exit", exit())
                .with("job", manifest.job())
                .with("period", manifest.period())
                .with("revision", manifest.revision())
                .with("as_of", manifest.asOf())
                .with("plan", manifest.plan())
                .with("engine", manifest.engine())
                .with("run", manifest.run())
                .with("folder", folder.toString().replace('\\', '/'));
        if (isScoring()) {
            json.with("people", figures.peopleJson());
        }
        json.with("rows", figures.rowsJson());
        if (isScoring()) {
            json.with(
                    "payout",
                    Json.of("amount", figures.payout())
                            .with("currency", setup.plan().currency())
                            .with("on_hold", figures.onHold())
                            .with("carried", figures.carried())
                            .with("lines", figures.lines())
                            .with("payable_lines", figures.payable()));
        }
        if (!verdict().findings().isEmpty()) {
            json.with(
                    "implausible",
                    verdict().open().stream()
                            .map(finding -> Json.of("code", finding.rule())
                                    .with("dataset", finding.dataset())
                                    .with("month", finding.period().toString())
                                    .with("message", Words.in("en").say(finding.said()))
                                    .with("accept", finding.name())
                                    .members())
                            .toList());
        }
        revised()
                .ifPresent(one -> json.with(
                        "revised",
                        Json.of("before", one.before())
                                .with("people", one.people())
                                .with("amount_before", one.payBefore().toString())
                                .with("amount", one.payNow().toString())
                                .with("corrections", one.corrections())
                                .with(
                                        "next_open",
                                        one.next().map(Period::toString).orElse(null))
                                .members()));
        return json.with("problems", problems)
                .with("beyond", beyond.stream().map(one -> one.json().members()).toList())
                .with(
                        "files",
                        manifest.outputs().stream().map(Manifest.Output::name).toList());
    }
}
