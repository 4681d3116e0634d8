package dev.steelyard.app.batch;

import dev.steelyard.engine.measure.Gauge;
import dev.steelyard.engine.measure.RowListener;
import dev.steelyard.input.exports.Mentions;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.intake.Doubles;
import dev.steelyard.input.intake.Exclusions.Exclusion;
import dev.steelyard.input.intake.SliceFiles;
import dev.steelyard.input.intake.SliceMeasurer;
import dev.steelyard.ledger.store.ContentStore;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/**
 * The second value of a run: its slices, measured one by one in any order, on any thread and in any process. What a slice came to lies
 * in a file of its own, so that a killed run goes on where it was; cells of earlier runs are taken over where they are the same.
 */
final class Measuring {

    private final Intake intake;
    private final ContentStore store;
    private final SliceFiles files;
    private final KeptCells kept;
    private final Progress progress;
    private final Listening listening;
    private final SliceMeasurer measurer;

    /** @param files where slices are kept */
    Measuring(
            Intake intake,
            ContentStore store,
            SliceFiles files,
            KeptCells kept,
            Progress progress,
            Listening listening) {
        this.intake = intake;
        this.store = store;
        this.files = files;
        this.kept = kept;
        this.progress = progress;
        this.listening = listening;
        this.measurer = new SliceMeasurer(store, intake.request().plan().zone());
    }

    Measuring heardBy(Listening others) {
        return new Measuring(intake, store, files, kept, progress, others);
    }

    Intake intake() {
        return intake;
    }

    SliceFiles files() {
        return files;
    }

    Listening listening() {
        return listening;
    }

    /** Bytes that the slices hold. */
    long bytes() {
        return intake.slices().stream().mapToLong(Measuring::bytes).sum();
    }

    private static long bytes(Slice slice) {
        return slice.shape() instanceof Slice.Text ? slice.end() - slice.start().offset() : 0;
    }

    /**
     * Measures a slice and keeps what it came to.
     *
     * @param exclusions record → why it does not count
     * @throws CancellationException if the run is to stop; nothing is kept of the slice
     */
    void measure(int slice, Map<Long, Exclusion> exclusions) throws IOException {
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

    /** Reads the rows of a slice whose cells are there, for who hears of them; of a text those that name somebody who is asked for. */
    private void tell(Slice piece, Gauge gauge, Map<Long, Exclusion> exclusions, RowListener listener)
            throws IOException {
        Optional<Set<String>> people = listening.people().apply(piece.dataset());
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

    /** Those of some keys that no row of an export has, which is not rejected. */
    List<String> absent(String dataset, Set<String> keys) throws IOException {
        Set<Integer> slices = new TreeSet<>();
        for (int i = 0; i < intake.slices().size(); i++) {
            if (intake.slices().get(i).dataset().equals(dataset)) {
                slices.add(i);
            }
        }
        return new Doubles(store, intake.request().plan().zone(), files).absent(slices, keys);
    }

    /** Slice → record → why the record does not count, over all slices. */
    Map<Integer, Map<Long, Exclusion>> doubles() throws IOException {
        Map<String, Map<Integer, Slice>> byDataset = new LinkedHashMap<>();
        for (int i = 0; i < intake.slices().size(); i++) {
            Slice slice = intake.slices().get(i);
            byDataset
                    .computeIfAbsent(slice.dataset(), dataset -> new TreeMap<>())
                    .put(i, slice);
        }
        Doubles doubles = new Doubles(store, intake.request().plan().zone(), files);
        Map<Integer, Map<Long, Exclusion>> found = new TreeMap<>();
        for (Map.Entry<String, Map<Integer, Slice>> dataset : byDataset.entrySet()) {
            found.putAll(doubles.find(dataset.getValue(), intake.gauge(dataset.getKey())));
        }
        return found;
    }
}
