package dev.steelyard.app.calculation;

import dev.steelyard.app.calculation.Progress.Phase;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Gauge;
import dev.steelyard.engine.measure.RowListener;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.input.exports.Mentions;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.intake.Duplicates;
import dev.steelyard.input.intake.Exclusions.Exclusion;
import dev.steelyard.input.intake.SliceFiles;
import dev.steelyard.input.intake.SliceMeasurer;
import dev.steelyard.ledger.store.ContentStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The second value of a run: its slices, measured one by one in any order, on any thread and in any process. What a slice came to lies
 * in a file of its own, so that a killed run goes on where it was; cells of earlier runs are taken over where they are the same.
 */
public final class Measuring {

    private final Intake intake;
    private final List<String> runIds;
    private final SliceFiles files;
    private final KeptCells kept;
    private final Progress progress;
    private final Listening listening;
    private final Optional<Demand> figures;
    private final SliceMeasurer measurer;

    private Map<Integer, Map<Long, Exclusion>> duplicates;

    /**
     * What was frozen before.
     *
     * @param runIds empty where it has its id already
     */
    Measuring(Intake intake, List<String> runIds, SliceFiles files, KeptCells kept, Progress progress) {
        this.intake = intake;
        this.runIds = runIds;
        this.files = files;
        this.kept = kept;
        this.progress = progress;
        this.listening = Listening.NOBODY;
        this.figures = Optional.empty();
        this.measurer =
                new SliceMeasurer(intake.store(), intake.request().plan().zone());
    }

    /** The same for others. */
    private Measuring(Measuring same, Listening listening, Optional<Demand> figures) {
        this.intake = same.intake;
        this.runIds = same.runIds;
        this.files = same.files;
        this.kept = same.kept;
        this.progress = same.progress;
        this.listening = listening;
        this.figures = figures;
        this.measurer = same.measurer;
    }

    /**
     * Freezes what lies in the input folder, and measures into the request's own work.
     *
     * @param earlier what the ledger holds of shorter periods within the run's
     * @param output below which cells of earlier runs lie
     * @param keeping whether more are kept there
     * @throws InputRefused if a required dataset is missing or unreadable
     * @throws CancellationException if the run is to stop
     */
    public static Measuring of(RunRequest request, EarlierRuns earlier, Progress progress, Path output, boolean keeping)
            throws IOException {
        ContentStore store = new ContentStore(request.ledger().resolve("store"));
        KeptCells kept = new KeptCells(request, store, output, keeping);
        Intake intake = Intake.freeze(request, earlier, store, kept.cuts(), progress);
        if (keeping) {
            store.beginToSettle();
        }
        List<String> runIds = RunFingerprint.of(intake);
        return new Measuring(intake, runIds, request.work(runIds.get(0)), kept, progress);
    }

    /** The same of which nothing but scores and pay is asked: what reports alone show takes no memory. */
    public Measuring figuresOnly() {
        return new Measuring(this, listening, Optional.of(intake.calculation().figures()));
    }

    /** The same, where others hear of the rows. */
    public Measuring heardBy(Listening others) {
        return new Measuring(this, others, figures);
    }

    Intake intake() {
        return intake;
    }

    /** Whether cells that another process measures can be taken over. */
    public boolean isShareable() {
        return kept.isOpen();
    }

    /** From what another process can rebuild this, to measure some of the slices. */
    public Recipe recipe() {
        return Recipe.of(intake, grounds());
    }

    /** The same without the rows that do not count, once each slice was measured. */
    public Recipe recipeWithoutDuplicates() throws IOException {
        return recipe().without(duplicates());
    }

    /**
     * From what another process can rebuild all of this, to write files of the edition.
     *
     * @param revision 0 for a trial
     * @param ground of what its pages say, to be compared there
     * @return empty where none can
     */
    public Optional<Recipe> recipe(int revision, String ground) throws IOException {
        return isShareable() ? Recipe.of(intake, revision, ground) : Optional.empty();
    }

    /** Dataset of slices → the hash of what is asked of its rows, and on which grounds. */
    public Map<String, String> grounds() {
        Map<String, String> grounds = new TreeMap<>();
        for (Slice slice : intake.slices()) {
            grounds.computeIfAbsent(slice.dataset(), dataset -> kept.grounds(intake.gauge(dataset)));
        }
        return grounds;
    }

    public RunInput input() {
        return intake.input();
    }

    /** The run id first, then those that a revision may bear which was made from the same: of a closed period, one from before the close. */
    public List<String> runIds() {
        return runIds;
    }

    /** Drops what the slices came to. */
    public void drop() throws IOException {
        files.delete();
    }

    /** Original → the corrected row that is read in its place. */
    public Map<SourceRef, SourceRef> corrected() {
        return intake.corrections().taken();
    }

    /** How many slices there are. */
    public int slices() {
        return intake.slices().size();
    }

    /** Whether a slice was measured before, by whatever process. */
    public boolean has(int slice) {
        return files.has(slice);
    }

    /** What became of the rows of a slice that was measured. */
    public Counts counts(int slice) throws IOException {
        return files.counts(slice);
    }

    /** Where the slices are kept, and whatever else is needed until the run is over. */
    public Path folder() {
        return files.folder();
    }

    SliceFiles files() {
        return files;
    }

    Listening listening() {
        return listening;
    }

    /** What scores and pay need, where nothing else is asked for. */
    Optional<Demand> figures() {
        return figures;
    }

    /** Bytes that the slices hold. */
    public long bytes() {
        return intake.slices().stream().mapToLong(Measuring::bytes).sum();
    }

    private static long bytes(Slice slice) {
        return slice.shape() instanceof Slice.Text ? slice.end() - slice.start().offset() : 0;
    }

    /**
     * Measures every slice, those with rows that do not count once more, and calculates.
     *
     * @param threads how many slices are measured at once
     * @throws CancellationException if the run is to stop
     */
    public Calculated calculated(int threads) throws IOException {
        progress.begin(Phase.MEASURE, bytes());
        new Threads(threads).forEach(slices(), slice -> measure(slice, Map.of()));
        progress.begin(Phase.SETTLE, 0);
        for (var excluded : duplicates().entrySet()) {
            measure(excluded.getKey(), excluded.getValue());
        }
        progress.begin(Phase.SCORE, 0);
        return Calculated.of(this, threads);
    }

    /** Tells of every row of these datasets, once more. */
    public void tell(Set<String> datasets) throws IOException {
        Map<Integer, Map<Long, Exclusion>> excluded = datasets.isEmpty() ? Map.of() : duplicates();
        for (int slice = 0; slice < intake.slices().size(); slice++) {
            if (datasets.contains(intake.slices().get(slice).dataset())) {
                measure(slice, excluded.getOrDefault(slice, Map.of()));
            }
        }
    }

    /**
     * Measures a slice and keeps what it came to.
     *
     * @param exclusions record → why it does not count
     * @throws CancellationException if the run is to stop; nothing is kept of the slice
     */
    public void measure(int slice, Map<Long, Exclusion> exclusions) throws IOException {
        Gauge gauge = intake.gauge(intake.slices().get(slice).dataset());
        measure(slice, gauge, exclusions, listening.slices().apply(slice), files);
    }

    /** Measures a slice by another gauge, for nobody to hear. */
    void measure(int slice, Gauge gauge, Map<Long, Exclusion> exclusions, SliceFiles into) throws IOException {
        measure(slice, gauge, exclusions, RowListener.NONE, into);
    }

    private void measure(int slice, Gauge gauge, Map<Long, Exclusion> exclusions, RowListener listener, SliceFiles into)
            throws IOException {
        progress.mayGoOn();
        Slice piece = intake.slices().get(slice);
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

    /** Reads the rows of a slice whose cells are there, for whoever hears of them; of a text those that name somebody who is asked for. */
    private void tell(Slice piece, Gauge gauge, Map<Long, Exclusion> exclusions, RowListener listener)
            throws IOException {
        Optional<Set<String>> people = listening.people().apply(piece.dataset());
        List<Slice> parts = List.of(piece);
        if (people.isPresent() && people.get().isEmpty()) {
            parts = List.of();
        } else if (people.isPresent()
                && piece.shape() instanceof Slice.Text text
                && piece.corrections().isEmpty()) {
            parts = Mentions.of(intake.store(), piece, text, people.get());
        }
        for (Slice part : parts) {
            measurer.measure(
                    part, gauge, exclusions, problem -> {}, row -> {}, progress::isToStop, progress::read, listener);
        }
    }

    /** Those of some keys that no row of an export has, which is not rejected. */
    List<String> absent(String dataset, Set<String> keys) throws IOException {
        Set<Integer> slices = new TreeSet<>();
        for (int i = 0; i < intake.slices().size(); i++) {
            if (intake.slices().get(i).dataset().equals(dataset)) {
                slices.add(i);
            }
        }
        return new Duplicates(intake.store(), intake.request().plan().zone(), files).absent(slices, keys);
    }

    /**
     * Slice → record → why the record does not count, over all slices; to be asked when each was measured. Looked for once: the keys of a
     * slice's rows stay the same when it is measured again.
     */
    public synchronized Map<Integer, Map<Long, Exclusion>> duplicates() throws IOException {
        if (duplicates == null) {
            duplicates = Collections.unmodifiableMap(found());
        }
        return duplicates;
    }

    private Map<Integer, Map<Long, Exclusion>> found() throws IOException {
        Map<String, Map<Integer, Slice>> byDataset = new LinkedHashMap<>();
        for (int i = 0; i < intake.slices().size(); i++) {
            Slice slice = intake.slices().get(i);
            byDataset
                    .computeIfAbsent(slice.dataset(), dataset -> new TreeMap<>())
                    .put(i, slice);
        }
        Duplicates duplicates =
                new Duplicates(intake.store(), intake.request().plan().zone(), files);
        List<String> datasets = List.copyOf(byDataset.keySet());
        Map<Integer, Map<Long, Exclusion>> found = new ConcurrentSkipListMap<>();
        new Threads(intake.request().host().threads()).forEach(datasets.size(), i -> {
            String dataset = datasets.get(i);
            found.putAll(duplicates.find(byDataset.get(dataset), intake.gauge(dataset)));
        });
        return found;
    }
}
