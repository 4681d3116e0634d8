package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.KnownDataset;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that somebody promised to do 行动项, for a goal.
 *
 * @param ownerId blank where nobody is named
 * @param goal blank where none is named
 * @param dueDate the last day on which it is in time
 */
public record Action(
        String actionId, String ownerId, String goal, String action, Optional<LocalDate> dueDate, String status) {

    /** The register of actions. */
    public static final KnownDataset<Action> DATASET = KnownDataset.of("actions", Action.class);

    /** Whether it was done. */
    public boolean isDone() {
        return status.equals("done");
    }

    /** Not done, and due before the day (rulings 14). */
    public boolean isOverdue(LocalDate asOf) {
        return !isDone() && dueDate.filter(day -> day.isBefore(asOf)).isPresent();
    }
}
