package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.KnownDataset;
import java.time.LocalDateTime;
import java.util.Optional;

/** What alerts ask of a visit 拜访. Visits are streamed: nobody holds one, but these are the columns that must be there. */
record Visit(
        String visitId,
        Optional<LocalDateTime> visitedAt,
        String employeeId,
        String customerId,
        String department,
        String difficulty,
        boolean complete) {

    public static final KnownDataset<Visit> DATASET = KnownDataset.of("visits", Visit.class);
}
