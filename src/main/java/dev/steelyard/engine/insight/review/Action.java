package dev.steelyard.engine.insight.review;

import dev.steelyard.engine.fact.Registers;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.unit.CodePoints;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something that somebody promised to do 行动项, for a goal.
 *
 * @param ownerId blank where nobody is named
 * @param goal blank where none is named
 * @param due the last day on which it is in time
 */
public record Action(String id, String ownerId, String goal, String action, Optional<LocalDate> due, boolean done) {

    /** The register of actions. */
    public static final String DATASET = "actions";

    /** Every action, the earliest due first, those without a day last; then by id. */
    public static List<Action> of(Registers registers) {
        return registers.rows(DATASET).stream()
                .map(Action::of)
                .sorted(Comparator.comparing((Action action) -> action.due().orElse(LocalDate.MAX))
                        .thenComparing(Action::id, CodePoints.ORDER))
                .toList();
    }

    private static Action of(Row row) {
        return new Action(
                row.text("action_id"),
                row.textOrBlank("owner_id"),
                row.textOrBlank("goal"),
                row.textOrBlank("action"),
                Optional.ofNullable(row.day("due_date")),
                "done".equals(row.text("status")));
    }

    /** Not done, and due before the day (rulings 14). */
    public boolean isOverdue(LocalDate asOf) {
        return !done && due.filter(day -> day.isBefore(asOf)).isPresent();
    }
}
