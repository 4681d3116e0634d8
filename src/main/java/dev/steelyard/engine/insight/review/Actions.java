package dev.steelyard.engine.insight.review;

import dev.steelyard.engine.fact.Action;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.CodePoints;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What people promised to do 行动项. */
public final class Actions {

    private Actions() {}

    /** Every action, the earliest due first, those without a day last; then by id. */
    public static List<Action> of(Registers registers) {
        return registers.all(Action.DATASET).stream()
                .sorted(Comparator.comparing((Action action) -> action.dueDate().orElse(LocalDate.MAX))
                        .thenComparing(Action::actionId, CodePoints.ORDER))
                .toList();
    }
}
