package dev.steelyard.app.batch;

import dev.steelyard.app.batch.Progress.Phase;
import dev.steelyard.app.batch.RunRequest.RulesHashes;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.measure.RowListener;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.run.Purpose;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.input.exports.CorrectionFile;
import dev.steelyard.input.exports.Freezer;
import dev.steelyard.input.exports.FrozenFile;
import dev.steelyard.input.intake.Delivery;
import dev.steelyard.input.intake.Exclusions.Exclusion;
import dev.steelyard.input.intake.FileFindings;
import dev.steelyard.input.intake.SliceFiles;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * A published run, calculated again: from the copies of its inputs in the store and by the rules of then, whatever the input
 * folder and {@code jobs/} hold today. Nothing is published or recorded.
 */
public final class Recalculation {

    private final RunDesk desk;
    private final Progress progress;

    private Recalculation(RunDesk desk, Progress progress) {
        this.desk = desk;
        this.progress = progress;
    }

    /**
     * Opens what the manifest names.
     *
     * @param earlier the runs of shorter periods that it read
     * @param work a folder of its own for the slices
     * @throws PurgedFromStore if any of it is gone
     */
    public static Recalculation of(Path output, Manifest manifest, EarlierRuns earlier, Path work, Progress progress)
            throws IOException, PurgedFromStore {
        ContentStore store = new ContentStore(RunLauncher.ledgerFolder(output).resolve("store"));
        List<String> missing = new ArrayList<>();
        Optional<RulesFiles.Rules> rules = RulesFiles.read(manifest, store, missing::add);
        return of(output, manifest, rules, missing, earlier, work, progress);
    }

    /**
     * The same inputs by other rules. An export that these do not know is left out.
     *
     * @param earlier published runs of shorter periods that are not to be calculated anew
     * @param work a folder of its own for the slices
     * @throws PurgedFromStore if any of the inputs is gone
     */
    public static Recalculation by(
            RulesFiles.Rules rules, Path output, Manifest manifest, EarlierRuns earlier, Path work, Progress progress)
            throws IOException, PurgedFromStore {
        return of(output, manifest, Optional.of(rules), new ArrayList<>(), earlier, work, progress);
    }

    /** Opens no more than these datasets and their corrections: what is asked of a register needs no other. */
    static Recalculation of(Set<String> datasets, Path output, Manifest manifest, Path work)
            throws IOException, PurgedFromStore {
        ContentStore store = new ContentStore(RunLauncher.ledgerFolder(output).resolve("store"));
        List<String> missing = new ArrayList<>();
        Optional<RulesFiles.Rules> rules = RulesFiles.read(manifest, store, missing::add);
        return of(output, manifest, rules, missing, EarlierRuns.NONE, work, Progress.NONE, datasets::contains);
    }

    private static Recalculation of(
            Path output,
            Manifest manifest,
            Optional<RulesFiles.Rules> rules,
            List<String> missing,
            EarlierRuns earlier,
            Path work,
            Progress progress)
            throws IOException, PurgedFromStore {
        return of(output, manifest, rules, missing, earlier, work, progress, dataset -> true);
    }

    private static Recalculation of(
            Path output,
            Manifest manifest,
            Optional<RulesFiles.Rules> rules,
            List<String> missing,
            EarlierRuns earlier,
            Path work,
            Progress progress,
            Predicate<String> datasets)
            throws IOException, PurgedFromStore {
        progress.begin(Phase.FREEZE, 0);
        ContentStore store = new ContentStore(RunLauncher.ledgerFolder(output).resolve("store"));
        List<FrozenFile> files = new ArrayList<>();
        List<CorrectionFile> corrected = new ArrayList<>();
        Freezer freezer =
                new Freezer(store, Freezer.SLICE_BYTES, progress::mayGoOn, KeptCells.cuts(output, store, false));
        for (Manifest.Input input : manifest.inputs()) {
            ContentStore.Content content = new ContentStore.Content(input.sha256(), input.bytes());
            if (!datasets.test(input.dataset()) && !input.dataset().equals(CorrectionFile.DATASET)) {
                continue;
            }
            if (!store.holds(content)) {
                missing.add(input.name());
            } else if (rules.isPresent() && input.dataset().equals(CorrectionFile.DATASET)) {
                corrected.add(CorrectionFile.read(
                        input.name(), content, rules.get().schemas().values(), store));
            } else if (rules.isPresent() && rules.get().schemas().containsKey(input.dataset())) {
                Schema schema = rules.get().schemas().get(input.dataset());
                freezer.again(schema, input.name(), content)
                        .ifPresentOrElse(files::add, () -> missing.add(input.name()));
            }
        }
        List<Problem> found = List.of();
        if (!manifest.findings().isEmpty()) {
            Optional<Path> findings = store.find(manifest.findings());
            if (findings.isPresent()) {
                try (InputStream in = Files.newInputStream(findings.get())) {
                    found = FileFindings.read(in);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new PurgedFromStore(missing);
        }
        RunRequest request = request(output, manifest, rules.orElseThrow());
        RunDesk desk = new RunDesk(request, earlier, progress, output, false);
        desk.open(new Delivery(request.schemas(), files, List.of(), List.of()), corrected, found, new SliceFiles(work));
        return new Recalculation(desk, progress);
    }

    private static RunRequest request(Path output, Manifest manifest, RulesFiles.Rules rules) {
        Period period = Period.parse(manifest.period()).orElseThrow();
        return new RunRequest(
                job(manifest, period),
                rules.plan(),
                rules.schemas(),
                rules.calendar(),
                new RulesHashes(manifest.planHash(), manifest.exportsHash(), manifest.calendarHash()),
                period,
                LocalDate.parse(manifest.asOf()),
                true,
                output,
                output,
                OffsetDateTime.MIN,
                1,
                Freezer.SLICE_BYTES,
                "zh",
                manifest.engine());
    }

    /** A job's own settings decide what is read and when a run ends well: here that is over. */
    private static Job job(Manifest manifest, Period period) {
        return new Job(
                manifest.job(),
                new Name(manifest.job(), manifest.job()),
                Purpose.SCORING,
                period.kind(),
                "",
                "",
                "",
                new Job.Inputs(List.of(), Map.of(), Optional.empty()),
                new Job.Thresholds(Fraction.ONE, Fraction.ONE, 0),
                new Job.Store(0, Optional.empty()),
                List.of(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The desk that calculates. */
    RunDesk desk() {
        return desk;
    }

    public RunInput input() {
        return desk.input();
    }

    /** The same of which nothing but scores and pay is asked. */
    public Recalculation figuresOnly() {
        desk.figuresOnly();
        return this;
    }

    /** Original → the corrected row that is read in its place. */
    public Map<SourceRef, SourceRef> corrected() {
        return desk.corrected();
    }

    /** Slice → who hears of its rows; −1 stands for the registers. Asked anew when a slice is measured anew. */
    public void listen(IntFunction<RowListener> listeners) {
        desk.listen(Listening.to(listeners));
    }

    /**
     * The same, where nobody wants to hear of rows that name none of some people. A row may name somebody in other characters, or be
     * theirs without naming them: whether all were told is for who hears to say ({@link #tell}).
     *
     * @param people dataset → ids; empty where all rows are wanted
     */
    public void listen(IntFunction<RowListener> listeners, Function<String, Optional<Set<String>>> people) {
        desk.listen(new Listening(listeners, people));
    }

    /** Tells of every row of these datasets, once more. */
    public void tell(Set<String> datasets, IntFunction<RowListener> listeners) throws IOException {
        desk.listen(Listening.to(listeners));
        Map<Integer, Map<Long, Exclusion>> excluded = datasets.isEmpty() ? Map.of() : desk.doubles();
        for (int slice = 0; slice < desk.slices().size(); slice++) {
            if (datasets.contains(desk.slices().get(slice).dataset())) {
                desk.measure(slice, excluded.getOrDefault(slice, Map.of()));
            }
        }
    }

    /** How many slices there are to {@link #measure}. */
    public int slices() {
        progress.begin(Phase.MEASURE, desk.sliceBytes());
        return desk.slices().size();
    }

    /** Measures a slice; several may be measured at once. */
    public void measure(int slice) throws IOException {
        desk.measure(slice, Map.of());
    }

    /** What comes of it, once every slice is measured. */
    public RunResult result() throws IOException {
        progress.begin(Phase.SETTLE, 0);
        for (var excluded : desk.doubles().entrySet()) {
            desk.measure(excluded.getKey(), excluded.getValue());
        }
        progress.begin(Phase.SCORE, 0);
        return desk.result();
    }
}
