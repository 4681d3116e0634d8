package dev.steelyard.app.worker;

import dev.steelyard.app.calculation.Measuring;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.PurgedFromStore;
import dev.steelyard.app.calculation.Recalculation;
import dev.steelyard.app.calculation.Recipe;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.ledger.pieces.Offer;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.ledger.store.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A run at work, rebuilt on a worker from what lies in the store, with a folder of its own: nothing of it is frozen again. */
final class RebuiltRun implements AutoCloseable {

    private final WorkFolder work;
    private final Measuring measuring;

    private RebuiltRun(WorkFolder work, Measuring measuring) {
        this.work = work;
        this.measuring = measuring;
    }

    /** What came of rebuilding: the run, or why not. */
    record Rebuilt(Optional<RebuiltRun> run, Optional<OfferRefusal> refusal) {}

    static Rebuilt of(Offer offer, Path output, String engine, Progress progress) throws IOException {
        if (!offer.engine().equals(engine)) {
            return refused(OfferRefusal.ENGINE);
        }
        ContentStore store = new ContentStore(RunRequest.ledgerFolder(output).resolve("store"));
        Optional<Recipe> recipe = Recipe.find(store, offer.recipe());
        if (recipe.isEmpty()) {
            return refused(OfferRefusal.FOLDER);
        }
        WorkFolder work = WorkFolder.under(output);
        try {
            Measuring measuring = Recalculation.of(recipe.get(), output, work.path(), progress);
            if (measuring.isShareable()
                    && measuring.grounds().equals(recipe.get().grounds())) {
                return new Rebuilt(Optional.of(new RebuiltRun(work, measuring)), Optional.empty());
            }
            work.close();
            return refused(measuring.isShareable() ? OfferRefusal.OTHERWISE : OfferRefusal.FOLDER);
        } catch (PurgedFromStore e) {
            work.close();
            return refused(OfferRefusal.FOLDER);
        } catch (IOException | RuntimeException e) {
            work.close();
            throw e;
        }
    }

    private static Rebuilt refused(OfferRefusal why) {
        return new Rebuilt(Optional.empty(), Optional.of(why));
    }

    /** Measures a slice and keeps its cells where the run finds them. */
    void measure(int slice) throws IOException {
        measuring.measure(slice, Map.of());
    }

    @Override
    public void close() throws IOException {
        work.close();
    }
}
