package dev.steelyard.app.batch;

import dev.steelyard.app.calculation.Measuring;
import dev.steelyard.app.calculation.Recipe;
import dev.steelyard.app.worker.Shareable;
import dev.steelyard.ledger.pieces.Offer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Slices of a run, which workers measure into kept cells: those are taken over like any. */
record SharedSlices(RunInProgress of, Offer.Kind kind) implements Shareable {

    /** Of a file that was delivered twice, to tell others which rows do not count takes more memory than the rest of the run. */
    private static final int MOST_ROWS = 100_000;

    @Override
    public String run() {
        return of.runId();
    }

    @Override
    public Optional<Recipe> recipe() throws IOException {
        Measuring measuring = of.measuring();
        if (!measuring.isShareable()) {
            return Optional.empty();
        }
        if (kind == Offer.Kind.SLICES) {
            return Optional.of(measuring.recipe());
        }
        int rows = measuring.duplicates().values().stream().mapToInt(Map::size).sum();
        return rows > MOST_ROWS ? Optional.empty() : Optional.of(measuring.recipeWithoutDuplicates());
    }
}
