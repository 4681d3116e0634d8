package dev.steelyard.app.worker;

import dev.steelyard.app.calculation.Calculated;
import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.app.calculation.Measuring;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.PurgedFromStore;
import dev.steelyard.app.calculation.Recalculation;
import dev.steelyard.app.calculation.Recipe;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.publication.BundleFiles;
import dev.steelyard.app.publication.EditionDraft;
import dev.steelyard.ledger.pieces.Offer;
import dev.steelyard.ledger.pieces.Taken;
import dev.steelyard.ledger.store.ContentStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Calculates the run from its kept cells, and writes bundles of its files for the run to take over. */
record RebuiltBundles(EditionDraft draft, BundleFiles files) implements RebuiltRun.Pieces {

    /** @return empty where it is another run here, or its pages would say something else */
    static Optional<RebuiltRun.Pieces> of(
            Offer offer, Recipe recipe, RebuiltRun.Place place, Path work, Progress progress)
            throws IOException, PurgedFromStore {
        Path store = RunRequest.ledgerFolder(place.output()).resolve("store");
        RunRequest request = recipe.request(new ContentStore(store), place.output(), place.threads());
        Measuring measuring = Recalculation.of(
                request, recipe, EarlierRuns.of(place.ledger(), request, store), place.output(), work, progress);
        if (!measuring.runIds().contains(offer.run())) {
            return Optional.empty();
        }
        Calculated calculated = measuring.calculated(place.threads());
        EditionDraft draft = new EditionDraft(
                request, calculated, offer.run(), recipe.pages().orElseThrow().revision(), place.ledger());
        return draft.ground().equals(recipe.pages().orElseThrow().ground())
                ? Optional.of(new RebuiltBundles(draft, BundleFiles.below(place.output())))
                : Optional.empty();
    }

    @Override
    public void work(Taken taken) throws IOException {
        files.keep(draft.publications().bundles().get(taken.piece()), draft.former(), taken.name());
    }
}
