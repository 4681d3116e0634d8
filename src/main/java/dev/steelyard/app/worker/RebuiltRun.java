package dev.steelyard.app.worker;

import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.PurgedFromStore;
import dev.steelyard.app.calculation.Recipe;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.ledger.pieces.Offer;
import dev.steelyard.ledger.pieces.Taken;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.ledger.store.WorkFolder;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/** A run at work, rebuilt on a worker from what lies in the store, with a folder of its own: nothing of it is frozen again. */
final class RebuiltRun implements AutoCloseable {

    private final WorkFolder work;
    private final Pieces pieces;

    private RebuiltRun(WorkFolder work, Pieces pieces) {
        this.work = work;
        this.pieces = pieces;
    }

    /** How the pieces of an offer are done. */
    @FunctionalInterface
    interface Pieces {
        /** Does a piece and keeps what it comes to where the run finds it. */
        void work(Taken taken) throws IOException;
    }

    /** What came of rebuilding: the run, or why not. */
    record Rebuilt(Optional<RebuiltRun> run, Optional<OfferRefusal> refusal) {}

    /** Where a worker is. */
    record Place(DataSource ledger, Path output, String engine, int threads) {}

    static Rebuilt of(Offer offer, Place place, Progress progress) throws IOException {
        if (!offer.engine().equals(place.engine())) {
            return refused(OfferRefusal.ENGINE);
        }
        try {
            return rebuilt(offer, place, progress);
        } catch (PurgedFromStore | AccessDeniedException e) {
            // Another user's files are closed to this one.
            return refused(OfferRefusal.FOLDER);
        }
    }

    private static Rebuilt rebuilt(Offer offer, Place place, Progress progress) throws IOException, PurgedFromStore {
        ContentStore store =
                new ContentStore(RunRequest.ledgerFolder(place.output()).resolve("store"));
        Optional<Recipe> recipe = Recipe.find(store, offer.recipe());
        if (recipe.isEmpty()) {
            return refused(OfferRefusal.FOLDER);
        }
        WorkFolder work = WorkFolder.under(place.output());
        boolean isKept = false;
        try {
            Optional<Pieces> pieces = offer.kind() == Offer.Kind.BUNDLES
                    ? RebuiltBundles.of(offer, recipe.get(), place, work.path(), progress)
                    : RebuiltSlices.of(recipe.get(), place, work.path(), progress);
            isKept = pieces.isPresent();
            return isKept
                    ? new Rebuilt(Optional.of(new RebuiltRun(work, pieces.get())), Optional.empty())
                    : refused(OfferRefusal.OTHERWISE);
        } finally {
            if (!isKept) {
                work.close();
            }
        }
    }

    private static Rebuilt refused(OfferRefusal why) {
        return new Rebuilt(Optional.empty(), Optional.of(why));
    }

    void work(Taken taken) throws IOException {
        pieces.work(taken);
    }

    @Override
    public void close() throws IOException {
        work.close();
    }
}
