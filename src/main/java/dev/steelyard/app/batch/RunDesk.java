package dev.steelyard.app.batch;

import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.plausible.Evidence;
import dev.steelyard.engine.plausible.MonthProfile;
import dev.steelyard.engine.plausible.Plausible;
import dev.steelyard.engine.plausible.UnreadColumn;
import dev.steelyard.engine.plausible.Verdict;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.RejectedRow;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.input.exports.CorrectionFile;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.intake.Delivery;
import dev.steelyard.input.intake.Exclusions.Exclusion;
import dev.steelyard.input.intake.FileFindings;
import dev.steelyard.input.intake.RejectFile;
import dev.steelyard.input.intake.SliceFiles;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Leads a run from its inputs to its result, whoever asks for it: an {@link Intake} is opened, its slices are {@link Measuring measured}
 * one by one, what they left is {@link Settled} together, and a {@link RunResult} is made of it. Each is made once, when it is first
 * asked for.
 */
public final class RunDesk {

    private final RunRequest request;
    private final EarlierRuns earlier;
    private final Progress progress;
    private final ContentStore store;
    private final KeptCells kept;

    private Measuring measuring;
    private List<String> runIds;
    private Optional<Demand> figures = Optional.empty();
    private Settled settled;
    private Map<String, Map<Integer, MonthProfile>> profiles;
    private RunResult result;
    private Verdict verdict;
    /** Of what was published before nothing is asked again. */
    private boolean judged;

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
        this.kept = new KeptCells(request, store, cells, keeping);
    }

    /**
     * Freezes the inputs and reads the registers.
     *
     * @throws InputRefused if a required dataset is missing or unreadable
     * @throws CancellationException if the run is to stop
     */
    public void open() throws IOException {
        Intake intake = Intake.freeze(request, earlier, store, kept.cuts(), progress);
        judged = true;
        if (request.rulesHashes().files().isPresent()) {
            request.rulesHashes().files().get().keep(store);
        }
        runIds = intake.runIds();
        measuring = measuring(intake, Work.of(request, runId()));
    }

    /**
     * Reads the registers of what was frozen before, to calculate it again.
     *
     * @param into where slices are kept meanwhile
     * @see Intake#again
     */
    void open(Delivery frozen, List<CorrectionFile> corrected, List<Problem> found, SliceFiles into)
            throws IOException {
        measuring = measuring(Intake.again(request, earlier, store, frozen, corrected, found), into);
    }

    private Measuring measuring(Intake intake, SliceFiles files) {
        return new Measuring(intake, store, files, kept, progress, Listening.NOBODY);
    }

    private Intake intake() {
        return measuring.intake();
    }

    /** What the run is calculated from, once it is opened. */
    RunInput input() {
        return intake().input();
    }

    /** Nothing but scores and pay will be asked for. */
    void figuresOnly() {
        figures = Optional.of(intake().calculation().figures());
    }

    void listen(Listening to) {
        measuring = measuring.heardBy(to);
    }

    /** Original → the corrected row that is read in its place. */
    Map<SourceRef, SourceRef> corrected() {
        return intake().corrections().taken();
    }

    /** What was read of shorter periods. */
    EarlierRuns earlier() {
        return earlier;
    }

    /** The hash of everything that the result depends on. */
    public String runId() {
        return runIds.get(0);
    }

    /** @see Intake#ground */
    String ground(List<?> more) {
        return intake().ground(more);
    }

    /**
     * Whether the revision was made from the same.
     *
     * @param otherId the revision's run id
     */
    boolean isUnchangedSince(String otherId) {
        return runIds.contains(otherId);
    }

    /** The slices of streamed datasets; a slice's position is its number. */
    public List<Slice> slices() {
        return intake().slices();
    }

    public SliceFiles files() {
        return measuring.files();
    }

    /** Bytes that the slices hold. */
    public long sliceBytes() {
        return measuring.bytes();
    }

    /** @see Measuring#measure */
    public void measure(int slice, Map<Long, Exclusion> exclusions) throws IOException {
        measuring.measure(slice, exclusions);
    }

    /** Slice → record → why the record does not count, over all slices. */
    public Map<Integer, Map<Long, Exclusion>> doubles() throws IOException {
        return measuring.doubles();
    }

    private Settled settled() throws IOException {
        if (settled == null) {
            settled = Settled.of(measuring, figures);
        }
        return settled;
    }

    /** Scores, pays and looks. */
    public RunResult result() throws IOException {
        if (result == null) {
            result = intake().calculation().result(settled().measurements());
        }
        return result;
    }

    /** What the delivery holds month by month, by dataset. */
    public Map<String, Map<Integer, MonthProfile>> profiles() throws IOException {
        if (profiles == null) {
            Map<String, Map<Integer, MonthProfile>> months = new TreeMap<>();
            settled()
                    .profiles()
                    .forEach((dataset, profile) ->
                            months.put(dataset, profile.months(Evidence.closely(input().period()))));
            profiles = months;
        }
        return profiles;
    }

    /** Whether what was delivered can be what was meant. */
    public synchronized Verdict verdict() throws IOException {
        if (verdict == null) {
            Optional<Plausible> rules = request.job().plausible().filter(any -> judged);
            verdict = rules.isEmpty() ? Verdict.NOTHING : Verdict.of(evidence(rules.get()), request.wishes());
            // What the months were made of, and whose rows they hold, takes memory that the books need.
            profiles().values().forEach(months -> months.replaceAll((month, profile) -> profile.judged()));
            settled = settled().withoutProfiles();
        }
        return verdict;
    }

    private Evidence evidence(Plausible rules) throws IOException {
        List<UnreadColumn> unread = new ArrayList<>();
        settled().profiles().forEach((dataset, profile) -> profile.unread()
                .forEach((header, values) -> unread.add(new UnreadColumn(dataset, header, values))));
        return new Evidence(
                rules,
                Set.copyOf(request.job().inputs().required()),
                request.period(),
                request.asOf(),
                request.calendar(),
                profiles(),
                earlier.plausible(),
                intake().registers(),
                new Evidence.Standing(
                        result().book().cards().size(),
                        result().count(Status.RANKED) + result().count(Status.VETOED),
                        result().count(Status.INTERIM)),
                unread);
    }

    /** Whether nothing final may come of it. */
    boolean isImplausible() throws IOException {
        return !verdict().open().isEmpty();
    }

    /** What the run reads besides its inputs, as its manifest has it. */
    Manifest.Reads reads() throws IOException {
        List<Problem> found = new ArrayList<>(intake().fileProblems());
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
                verdict().accepted().stream().map(Manifest.Accepted::of).toList());
    }

    /** Every file that was read, and what became of its rows. */
    public List<InputFile> inputs() throws IOException {
        return settled().inputs(intake());
    }

    /** Problems of whole files; of what their rows came to once they are read. */
    public List<Problem> fileProblems() {
        return Stream.concat(
                        intake().fileProblems().stream(), settled == null ? Stream.of() : settled.emptied().stream())
                .toList();
    }

    /** The rejected rows of a dataset as delivered, in the order of its files; of each slice the first. */
    public Iterable<RejectedRow> rejects(String dataset) {
        List<Iterable<RejectedRow>> parts = new ArrayList<>();
        parts.add(intake().registerReader().rejects(dataset));
        for (int i = 0; i < slices().size(); i++) {
            if (slices().get(i).dataset().equals(dataset)) {
                parts.add(files().rejects(i, slices().get(i)));
            }
        }
        return RejectFile.inTurn(parts);
    }

    /**
     * All problems: of files, people and decisions, corrections, registers, totals, then of streamed rows in their order.
     */
    public void problems(Consumer<Problem> to) throws IOException {
        RunResult scored = result();
        intake().fileProblems().forEach(to);
        verdict().findings().forEach(finding -> to.accept(finding.problem()));
        settled().emptied().forEach(to);
        scored.problems().forEach(to);
        intake().corrections().problems().forEach(to);
        intake().registerReader().problems().forEach(to);
        settled().unmatched().forEach(to);
        settled().totals().forEach(to);
        for (int i = 0; i < slices().size(); i++) {
            files().problems(i, to);
        }
    }
}
