package dev.steelyard.app.calculation;

import dev.steelyard.engine.measure.Gauge;
import dev.steelyard.input.exports.Cuts;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.intake.Exclusions.Exclusion;
import dev.steelyard.input.intake.KeptCuts;
import dev.steelyard.input.intake.KeptSlices;
import dev.steelyard.input.intake.KeptSlices.By;
import dev.steelyard.input.intake.KeptSlices.Taken;
import dev.steelyard.input.intake.SliceFiles;
import dev.steelyard.ledger.store.ContentStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cells of earlier runs, as far as a run can take them over. That they cannot be read or kept costs time and nothing else, so that it
 * is said in the log alone.
 */
public final class KeptCells {

    private static final Logger LOG = LoggerFactory.getLogger(KeptCells.class);

    private final RunRequest request;
    private final Optional<KeptSlices> slices;
    private final Cuts cuts;
    private final Map<Gauge, By> asked = new ConcurrentHashMap<>();

    /**
     * @param output below which they lie
     * @param keeping whether what is measured is kept; who only looks writes nothing
     */
    KeptCells(RunRequest request, ContentStore store, Path output, boolean keeping) {
        this.request = request;
        this.slices = open(output, store, keeping);
        this.cuts = cuts(output, store, keeping);
    }

    /** By the engine that runs: a revision of an older one, calculated again, is calculated by this one. */
    private static Optional<KeptSlices> open(Path output, ContentStore store, boolean keeping) {
        try {
            return Optional.of(new KeptSlices(folder(output), store, EngineClasses.fingerprint(), keeping));
        } catch (IOException e) {
            LOG.atInfo().setCause(e).log("no cells are kept");
            return Optional.empty();
        }
    }

    /** How files were cut. */
    static Cuts cuts(Path output, ContentStore store, boolean keeping) {
        try {
            return new KeptCuts(folder(output), store, EngineClasses.fingerprint(), keeping);
        } catch (IOException e) {
            return Cuts.NONE;
        }
    }

    Cuts cuts() {
        return cuts;
    }

    /** Where cells are kept; may be deleted at any time. */
    public static Path folder(Path output) {
        return RunRequest.ledgerFolder(output).resolve("cells");
    }

    /** Whether what is measured is kept, for others to take over. */
    boolean isOpen() {
        return slices.isPresent();
    }

    /** The hash of what is asked of a dataset's rows, and on which grounds. */
    String grounds(Gauge gauge) {
        return by(gauge).id();
    }

    private By by(Gauge gauge) {
        return asked.computeIfAbsent(
                gauge,
                one -> By.of(
                        one.grounds(),
                        one.schema(),
                        request.rules().hashes().calendar(),
                        request.plan().zone(),
                        // What a letter is, and how names are folded, differs from one to the next.
                        Runtime.version().feature()));
    }

    /** @return whether the slice is finished */
    boolean take(int number, Slice slice, Gauge gauge, Map<Long, Exclusion> exclusions, SliceFiles to) {
        if (slices.isEmpty()) {
            return false;
        }
        try {
            Taken taken = slices.get().take(slice, exclusions, by(gauge), number, to);
            if (taken == Taken.DAMAGED) {
                LOG.atWarn().addKeyValue("slice", number).log("kept cells are damaged or gone: measured again");
            }
            return taken == Taken.TAKEN;
        } catch (IOException | RuntimeException e) {
            LOG.atWarn().addKeyValue("slice", number).setCause(e).log("kept cells cannot be read: measured again");
            return false;
        }
    }

    void keep(int number, Slice slice, Gauge gauge, Map<Long, Exclusion> exclusions, SliceFiles from) {
        if (slices.isEmpty()) {
            return;
        }
        try {
            slices.get().keep(slice, exclusions, by(gauge), number, from);
        } catch (IOException e) {
            LOG.atInfo().addKeyValue("slice", number).setCause(e).log("cells are not kept");
        }
    }
}
