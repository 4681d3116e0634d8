package dev.steelyard.app.worker;

import dev.steelyard.app.calculation.Measuring;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.PurgedFromStore;
import dev.steelyard.app.calculation.Recalculation;
import dev.steelyard.app.calculation.Recipe;
import dev.steelyard.ledger.pieces.Taken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Measures slices and keeps their cells where the run finds them. */
record RebuiltSlices(Measuring measuring, Recipe recipe) implements RebuiltRun.Pieces {

    /** @return empty where other things are asked of the rows here, or nothing can be kept */
    static Optional<RebuiltRun.Pieces> of(Recipe recipe, RebuiltRun.Place place, Path work, Progress progress)
            throws IOException, PurgedFromStore {
        Measuring measuring = Recalculation.of(recipe, place.output(), work, progress);
        return measuring.isShareable() && measuring.grounds().equals(recipe.grounds())
                ? Optional.of(new RebuiltSlices(measuring, recipe))
                : Optional.empty();
    }

    @Override
    public void work(Taken taken) throws IOException {
        measuring.measure(taken.piece(), recipe.excluded().getOrDefault(taken.piece(), Map.of()));
    }
}
