package dev.steelyard.app.batch;

import dev.steelyard.app.calculation.Recipe;
import dev.steelyard.app.worker.Shareable;
import dev.steelyard.ledger.pieces.Offer;
import java.io.IOException;
import java.util.Optional;

/** Slices of a run, which workers measure into kept cells: those are taken over like any. */
record SharedSlices(RunInProgress of, Offer.Kind kind) implements Shareable {

    @Override
    public String run() {
        return of.runId();
    }

    @Override
    public Optional<Recipe> recipe() throws IOException {
        if (!of.measuring().isShareable()) {
            return Optional.empty();
        }
        return Optional.of(
                kind == Offer.Kind.AGAIN
                        ? of.measuring().recipeWithoutDuplicates()
                        : of.measuring().recipe());
    }
}
