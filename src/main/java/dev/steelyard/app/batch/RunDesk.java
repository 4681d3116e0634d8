package dev.steelyard.app.batch;

import dev.steelyard.app.batch.Progress.Phase;
import dev.steelyard.engine.fact.Names;
import dev.steelyard.engine.fact.Registers;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.measure.Accumulator;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Gauge;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.measure.RowListener;
import dev.steelyard.engine.plausible.Evidence;
import dev.steelyard.engine.plausible.MonthProfile;
import dev.steelyard.engine.plausible.Plausible;
import dev.steelyard.engine.plausible.Profile;
import dev.steelyard.engine.plausible.UnreadColumn;
import dev.steelyard.engine.plausible.Verdict;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.RejectedRow;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.run.Calculation;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.engine.run.InputFile.Outcomes;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.input.exports.CorrectionFile;
import dev.steelyard.input.exports.Freezer;
import dev.steelyard.input.exports.FrozenFile;
import dev.steelyard.input.exports.InputFolder;
import dev.steelyard.input.exports.Mentions;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.intake.Corrections;
import dev.steelyard.input.intake.Delivery;
import dev.steelyard.input.intake.Doubles;
import dev.steelyard.input.intake.Exclusions.Exclusion;
import dev.steelyard.input.intake.FileFindings;
import dev.steelyard.input.intake.RegisterReader;
import dev.steelyard.input.intake.RejectFile;
import dev.steelyard.input.intake.SliceFiles;
import dev.steelyard.input.intake.SliceMeasurer;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run from its inputs to its result, whatever drives it: first everything is {@linkplain #open opened}, then slices are
 * measured one by one in any order and process, then the result is made of what they left. What a later step needs of an
 * earlier one is either here or in the slices' files, so that a killed run goes on where it was.
 */
public final class RunDesk {

    private final RunRequest request;
    private final EarlierRuns earlier;
    private final Progress progress;
    private final ContentStore store;
    private final SliceMeasurer measurer;
    private final KeptCells kept;

    private Delivery delivery;
    private Corrections corrections;
    private RegisterReader registerReader;
    private Registers registers;
    private Calculation calculation;
    private Optional<Demand> figures = Optional.empty();
    private Map<String, Gauge> gauges;
    private List<Slice> slices;
    private SliceFiles files;
    private List<String> runIds;
    private String runId;
    private List<Problem> fileProblems;
    private Map<String, Outcomes> outcomes;
    private List<Problem> totalProblems;
    private List<Problem> emptied = List.of();
    private Measurements measurements;
    private RunResult result;
    private final Map<String, Profile> profiles = new TreeMap<>();
    private Verdict verdict;
    /** Of what was published before nothing is asked again. */
    private boolean judged;

    private IntFunction<RowListener> listeners = slice -> RowListener.NONE;
    private Function<String, Optional<Set<String>>> sought = dataset -> Optional.empty();

    /** @param earlier what the ledger holds of shorter periods within the run's */
    public RunDesk(RunRequest request, EarlierRuns earlier, Progress progress) throws IOException {
        this(request, earlier, progress, request.output(), true);
    }

    /**
     * @param cells the output below which cells of earlier runs lie
     * @param keeping whether more are kept there
     */
    public RunDesk(RunRequest request, EarlierRuns earlier, Progress progress, Path cells, boolean keeping)
            throws IOException {
        this.request = request;
        this.earlier = earlier;
        this.progress = progress;
        this.store = new ContentStore(request.ledger().resolve("store"));
        this.measurer = new SliceMeasurer(store, request.plan().zone());
        this.kept = new KeptCells(request, store, cells, keeping);
    }

    /**
     * Freezes the inputs and reads the registers.
     *
     * @throws InputRefused if a required dataset is missing or unreadable
     * @throws CancellationException if the run is to stop
     */
    public void open() throws IOException {
        InputFolder folder = InputFolder.of(
                request.inputs(),
                request.schemas().values(),
                request.job().inputs().files());
        progress.begin(Phase.FREEZE, 0);
        delivery = Delivery.freeze(
                request.schemas(),
                folder,
                request.job().inputs().required(),
                new Freezer(store, request.sliceBytes(), progress::mayGoOn, kept.cuts()),
                request.threads());
        fileProblems = delivery.problems();
        if (!delivery.refusals().isEmpty()) {
            // A file of another format or name may be the very one that is missing.
            List<Problem> reasons = new ArrayList<>(folder.problems());
            delivery.refusals().stream()
                    .filter(refusal -> !reasons.contains(refusal))
                    .forEach(reasons::add);
            throw new InputRefused(reasons, request);
        }
        corrections = corrections(folder);
        judged = true;
        if (request.rulesHashes().files().isPresent()) {
            request.rulesHashes().files().get().keep(store);
        }
        readAll();
        runIds = RunFingerprint.of(
                request,
                delivery,
                corrections,
                registers,
                earlier,
                calculation.settlement(),
                input(registers).trail());
        runId = runIds.get(0);
        files = files(request, runId);
    }

    private Corrections corrections(InputFolder folder) throws IOException {
        List<CorrectionFile> found = new ArrayList<>();
        for (Path file : folder.corrections()) {
            found.add(CorrectionFile.freeze(file, request.schemas().values(), store));
        }
        return new Corrections(found, store, request.plan().zone());
    }

    /**
     * Reads the registers of what was frozen before, to calculate it again.
     *
     * @param corrected the corrections that were applied to it
     * @param found what freezing found of whole files then, and what was found implausible
     * @param into where slices are kept meanwhile
     */
    void open(Delivery frozen, List<CorrectionFile> corrected, List<Problem> found, SliceFiles into)
            throws IOException {
        delivery = frozen;
        fileProblems = List.copyOf(found);
        corrections = new Corrections(corrected, store, request.plan().zone());
        readAll();
        files = into;
    }

    /** What the run is calculated from, once it is opened. */
    RunInput input() {
        return input(registers);
    }

    /** Nothing but scores and pay will be asked for: what reports alone show takes no memory. */
    void figuresOnly() {
        figures = Optional.of(calculation.figures());
    }

    /** Original → the corrected row that is read in its place. */
    Map<SourceRef, SourceRef> corrected() {
        return corrections.taken();
    }

    /** Slice → who hears of the rows that it takes; −1 stands for the registers. Asked anew when a slice is measured anew. */
    void listen(IntFunction<RowListener> to) {
        listen(to, dataset -> Optional.empty());
    }

    /** @param people dataset → the ids of those whose rows alone are asked for; empty where all are */
    void listen(IntFunction<RowListener> to, Function<String, Optional<Set<String>>> people) {
        listeners = to;
        sought = people;
    }

    /** Reads the registers, and finds which rejected rows of the streamed datasets a correction replaces. */
    private void readAll() throws IOException {
        readRegisters();
        delivery = corrections.apply(delivery, schema -> !schema.register(), row -> gauges.get(
                        row.schema().dataset())
                .check(row));
        corrections.refuseUnknown(request.schemas().keySet());
        slices = delivery.slices(false);
    }

    /** Registers that others name first; then the others, which must name what is there. */
    private void readRegisters() throws IOException {
        Names names = Names.of(request.plan());
        registerReader = new RegisterReader(store, request.plan().zone(), names::canonical);
        Set<String> referenced = request.schemas().values().stream()
                .flatMap(schema -> schema.columns().stream())
                .flatMap(column -> column.references().stream())
                .collect(Collectors.toSet());
        settle(schema -> schema.register() && referenced.contains(schema.dataset()), row -> Optional.empty());
        Map<String, Gauge> checks = gauges(new Calculation(input(registers())).demand(), registers());
        settle(schema -> schema.register() && !referenced.contains(schema.dataset()), row -> names.check(row)
                .or(() -> checks.get(row.schema().dataset()).check(row)));
        registers = registers();
        calculation = new Calculation(input(registers));
        gauges = gauges(calculation.demand(), registers);
    }

    private void settle(Predicate<Schema> which, Function<Row, Optional<Problem>> check) throws IOException {
        delivery = corrections.apply(delivery, which, check);
        registerReader.settle(delivery, which, check);
    }

    private Registers registers() {
        return new Registers(
                request.schemas(), delivery.present(), registerReader.rows(), registerReader.losses(), request.asOf());
    }

    private RunInput input(Registers from) {
        return new RunInput(
                request.job().does(),
                request.plan(),
                request.period(),
                request.asOf(),
                request.calendar(),
                from,
                earlier.scorecards(),
                earlier.past(),
                earlier.history());
    }

    private Map<String, Gauge> gauges(Demand demand, Registers from) {
        Map<String, Gauge> made = new HashMap<>();
        for (Schema schema : request.schemas().values()) {
            made.put(schema.dataset(), new Gauge(schema, demand, from, request.calendar()));
        }
        return made;
    }

    /** Where the slices of a run are kept. */
    static SliceFiles files(RunRequest request, String runId) throws IOException {
        return new SliceFiles(request.ledger().resolve("work").resolve(runId.substring(0, 16)));
    }

    /** A folder for the slices of a calculation that is not published as a run; gone once it is closed. */
    static final class Work implements AutoCloseable {
        private final SliceFiles files;

        private Work(SliceFiles files) {
            this.files = files;
        }

        Path folder() {
            return files.folder();
        }

        @Override
        public void close() throws IOException {
            files.delete();
        }
    }

    /** Where a published run is calculated again. What a kill left there is dropped. */
    static Work work(Path output, String runId) throws IOException {
        Path folder = RunLauncher.ledgerFolder(output).resolve("work").resolve("again-" + runId.substring(0, 16));
        new SliceFiles(folder).delete();
        return new Work(new SliceFiles(folder));
    }

    /** What the run reads besides its inputs, as its manifest has it. */
    Manifest.Reads reads() throws IOException {
        List<Manifest.Accepted> accepted =
                verdict().accepted().stream().map(Manifest.Accepted::of).toList();
        List<Problem> found = new ArrayList<>(fileProblems);
        verdict().findings().forEach(finding -> found.add(finding.problem()));
        Map<String, String> runs = new TreeMap<>();
        earlier.runIds().forEach((period, run) -> runs.put(period.toString(), run));
        return new Manifest.Reads(
                runs,
                earlier.history().chapters().stream()
                        .map(chapter ->
                                new Manifest.LookedBack(chapter.period().toString(), chapter.run(), chapter.closed()))
                        .toList(),
                store.put(out -> FileFindings.write(found, out)).sha256(),
                accepted);
    }

    /** What was read of shorter periods. */
    EarlierRuns earlier() {
        return earlier;
    }

    /** The hash of everything that the result depends on. */
    public String runId() {
        return runId;
    }

    /** The hash of what books of people depend on besides the result; see {@link RunFingerprint#ground}. */
    String ground(List<?> more) {
        return RunFingerprint.ground(request, delivery, corrections, earlier, more);
    }

    /**
     * Whether the revision was made from the same. That of a closed period may have been made before it was closed.
     *
     * @param otherId the revision's run id
     */
    boolean isUnchangedSince(String otherId) {
        return runIds.contains(otherId);
    }

    /** The slices of streamed datasets; a slice's position is its number. */
    public List<Slice> slices() {
        return slices;
    }

    public SliceFiles files() {
        return files;
    }

    private Gauge gauge(int slice) {
        return gauges.get(slices.get(slice).dataset());
    }

    /** Bytes that the slices hold. */
    public long sliceBytes() {
        return slices.stream().mapToLong(RunDesk::bytes).sum();
    }

    private static long bytes(Slice slice) {
        return slice.shape() instanceof Slice.Text ? slice.end() - slice.start().offset() : 0;
    }

    /**
     * Measures a slice and keeps what it came to.
     *
     * @throws CancellationException if the run is to stop; nothing is kept of the slice
     */
    public void measure(int slice, Map<Long, Exclusion> exclusions) throws IOException {
        measure(slice, gauge(slice), exclusions, listeners.apply(slice), files);
    }

    private void measure(int slice, Gauge gauge, Map<Long, Exclusion> exclusions, RowListener listener, SliceFiles into)
            throws IOException {
        progress.mayGoOn();
        Slice piece = slices.get(slice);
        if (kept.take(slice, piece, gauge, exclusions, into)) {
            if (listener == RowListener.NONE) {
                progress.read(0, bytes(piece));
            } else {
                tell(piece, gauge, exclusions, listener);
            }
            return;
        }
        into.keep(
                slice,
                (problems, rejects) -> measurer.measure(
                        piece, gauge, exclusions, problems, rejects, progress::isToStop, progress::read, listener));
        kept.keep(slice, piece, gauge, exclusions, into);
    }

    /** Reads the rows of a slice whose cells are there, for who hears of them; of a text those that name somebody who is asked for. */
    private void tell(Slice piece, Gauge gauge, Map<Long, Exclusion> exclusions, RowListener listener)
            throws IOException {
        Optional<Set<String>> people = sought.apply(piece.dataset());
        List<Slice> parts = List.of(piece);
        if (people.isPresent() && people.get().isEmpty()) {
            parts = List.of();
        } else if (people.isPresent()
                && piece.shape() instanceof Slice.Text text
                && piece.corrections().isEmpty()) {
            parts = Mentions.of(store, piece, text, people.get());
        }
        for (Slice part : parts) {
            measurer.measure(
                    part, gauge, exclusions, problem -> {}, row -> {}, progress::isToStop, progress::read, listener);
        }
    }

    /** Slice → record → why the record does not count, over all slices. */
    public Map<Integer, Map<Long, Exclusion>> doubles() throws IOException {
        Map<String, Map<Integer, Slice>> byDataset = new LinkedHashMap<>();
        for (int i = 0; i < slices.size(); i++) {
            byDataset
                    .computeIfAbsent(slices.get(i).dataset(), dataset -> new TreeMap<>())
                    .put(i, slices.get(i));
        }
        Doubles doubles = new Doubles(store, request.plan().zone(), files);
        Map<Integer, Map<Long, Exclusion>> found = new TreeMap<>();
        for (Map.Entry<String, Map<Integer, Slice>> dataset : byDataset.entrySet()) {
            found.putAll(doubles.find(dataset.getValue(), gauges.get(dataset.getKey())));
        }
        return found;
    }

    /** Merges what the slices left; the registers' rows join in. */
    private Measurements measurements() throws IOException {
        if (measurements == null) {
            Map<String, Accumulator> merged = new TreeMap<>();
            outcomes = new HashMap<>();
            totalProblems = new ArrayList<>();
            // An export without a single good row is there all the same: what it sums to is 0.
            RowListener ofRegisters = listeners.apply(-1);
            delivery.present()
                    .forEach(dataset -> merged.put(dataset, gauges.get(dataset).open(ofRegisters)));
            mergeSlices(merged);
            mergeRegisters(merged);
            emptied = emptied();
            Measurements first = new Measurements(request.schemas(), merged.values());
            Optional<Demand> more = calculation.more(first);
            measurements = more.isPresent() ? first.plus(measured(more.get())) : first;
        }
        return measurements;
    }

    /** What is asked for when the first answers are there: few rows, read once more. */
    private Measurements measured(Demand demand) throws IOException {
        Map<Integer, Map<Long, Exclusion>> excluded = doubles();
        Map<String, Gauge> asking = gauges(demand, registers);
        SliceFiles more = new SliceFiles(files.folder().resolve("more"));
        Map<String, Accumulator> merged = new TreeMap<>();
        for (int i = 0; i < slices.size(); i++) {
            String dataset = slices.get(i).dataset();
            Gauge gauge = asking.get(dataset);
            if (!gauge.tallies().isEmpty()) {
                measure(i, gauge, excluded.getOrDefault(i, Map.of()), RowListener.NONE, more);
                more.read(
                        i,
                        merged.computeIfAbsent(dataset, any -> gauge.open()),
                        tally -> true,
                        new Profile(request.schemas().get(dataset)));
            }
        }
        more.delete();
        return new Measurements(request.schemas(), merged.values());
    }

    /** Files of which a row filter leaves nothing: more likely its values are others than the export's. */
    private List<Problem> emptied() {
        List<Problem> found = new ArrayList<>();
        for (FrozenFile file : delivery.files()) {
            Counts rows = outcomes.getOrDefault(file.dataset() + "/" + file.name(), Outcomes.NONE)
                    .rows();
            if (rows.excluded() > 0 && rows.excluded() == rows.read()) {
                found.add(Problem.of(ProblemCode.ROWS_ALL_EXCLUDED, SourceRef.file(file.dataset(), file.name()))
                        .with("count", Long.toString(rows.read())));
            }
        }
        return found;
    }

    private void mergeSlices(Map<String, Accumulator> merged) throws IOException {
        String file = "";
        Map<String, BigDecimal> earlier = new HashMap<>();
        for (int i = 0; i < slices.size(); i++) {
            Slice slice = slices.get(i);
            Accumulator into = merged.get(slice.dataset());
            SliceFiles.Summary summary = files.read(
                    i,
                    into,
                    tally -> figures.isEmpty()
                            || figures.get().tallies(slice.dataset()).contains(tally),
                    profiles.computeIfAbsent(
                            slice.dataset(),
                            dataset -> new Profile(request.schemas().get(dataset))));
            String name = slice.dataset() + "/" + slice.file();
            if (!name.equals(file) || slice.shape() instanceof Slice.Sheet) {
                file = name;
                earlier.clear();
            }
            totalProblems.addAll(summary.totals().differences(earlier));
            summary.sums().forEach((column, sum) -> earlier.merge(column, sum, BigDecimal::add));
            outcomes.merge(name, summary.outcomes(), Outcomes::plus);
        }
    }

    private void mergeRegisters(Map<String, Accumulator> merged) {
        Map<String, List<Row>> rows = registerReader.rows();
        profiles.putAll(registerReader.profiles());
        registerReader
                .outcomes(row -> gauges.get(row.schema().dataset()).uses(row))
                .forEach((file, ofFile) -> outcomes.merge(file, ofFile, Outcomes::plus));
        for (String dataset : new TreeMap<>(rows).keySet()) {
            Accumulator into = merged.get(dataset);
            // As the look-ups have them: an event dismissed on appeal counts as dismissed everywhere.
            registers.rows(dataset).forEach(into::take);
        }
    }

    /** Scores, pays and looks. */
    public RunResult result() throws IOException {
        if (result == null) {
            result = calculation.result(measurements());
        }
        return result;
    }

    /** What the delivery holds month by month, by dataset. */
    public Map<String, Map<Integer, MonthProfile>> profiles() throws IOException {
        measurements();
        Map<String, Map<Integer, MonthProfile>> months = new TreeMap<>();
        profiles.forEach((dataset, profile) -> months.put(dataset, profile.months()));
        return months;
    }

    /** Whether what was delivered can be what was meant. */
    public synchronized Verdict verdict() throws IOException {
        if (verdict == null) {
            verdict = judged ? judge() : Verdict.NOTHING;
        }
        return verdict;
    }

    private Verdict judge() throws IOException {
        Optional<Plausible> rules = request.job().plausible();
        if (rules.isEmpty()) {
            return Verdict.NOTHING;
        }
        return Verdict.of(
                new Evidence(
                        rules.get(),
                        Set.copyOf(request.job().inputs().required()),
                        request.period(),
                        request.asOf(),
                        request.calendar(),
                        profiles(),
                        earlier.plausible(),
                        registers,
                        new Evidence.Standing(
                                result().book().cards().size(),
                                result().count(Status.RANKED) + result().count(Status.VETOED),
                                result().count(Status.INTERIM)),
                        unread()),
                request.wishes());
    }

    private List<UnreadColumn> unread() {
        List<UnreadColumn> columns = new ArrayList<>();
        profiles.forEach((dataset, profile) ->
                profile.unread().forEach((header, values) -> columns.add(new UnreadColumn(dataset, header, values))));
        return columns;
    }

    /** Whether nothing final may come of it. */
    boolean isImplausible() throws IOException {
        return !verdict().open().isEmpty();
    }

    /** Every file that was read, and what became of its rows. */
    public List<InputFile> inputs() throws IOException {
        measurements();
        List<InputFile> inputs = new ArrayList<>();
        for (FrozenFile file : delivery.files()) {
            Outcomes ofFile = outcomes.getOrDefault(file.dataset() + "/" + file.name(), Outcomes.NONE);
            inputs.add(new InputFile(
                    file.dataset(), file.name(), file.bytes(), file.sha256(), ofFile.rows(), ofFile.sums()));
        }
        inputs.addAll(corrections.inputs());
        return inputs;
    }

    /** Problems of whole files; of what their rows came to once they are read. */
    public List<Problem> fileProblems() {
        return Stream.concat(fileProblems.stream(), emptied.stream()).toList();
    }

    /** The rejected rows of a dataset as delivered, in the order of its files; of each slice the first. */
    public Iterable<RejectedRow> rejects(String dataset) {
        List<Iterable<RejectedRow>> parts = new ArrayList<>();
        parts.add(registerReader.rejects(dataset));
        for (int i = 0; i < slices.size(); i++) {
            if (slices.get(i).dataset().equals(dataset)) {
                parts.add(files.rejects(i, slices.get(i)));
            }
        }
        return RejectFile.inTurn(parts);
    }

    /**
     * All problems: of files, people and decisions, corrections, registers, totals, then of streamed rows in their order.
     */
    public void problems(Consumer<Problem> to) throws IOException {
        RunResult scored = result();
        fileProblems.forEach(to);
        verdict().findings().forEach(finding -> to.accept(finding.problem()));
        emptied.forEach(to);
        scored.problems().forEach(to);
        corrections.problems().forEach(to);
        registerReader.problems().forEach(to);
        totalProblems.forEach(to);
        for (int i = 0; i < slices.size(); i++) {
            files.problems(i, to);
        }
    }
}
