package dev.steelyard.fact;

import dev.steelyard.calendar.Period;
import dev.steelyard.unit.Fraction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Targets 目标, with the calibrations in force put in their place. Looked up by exactly the period (rulings 7). */
public final class Targets {

    /** Whose target of which indicator over which period. */
    public record Key(String subjectType, String subject, String indicator, Period period) {
        static Key of(Row row) {
            return new Key(
                    row.text("subject_type"),
                    row.textOrBlank("subject"),
                    row.textOrBlank("indicator"),
                    row.period("period"));
        }
    }

    /** @param decision the calibration that set it; empty where it stands as exported */
    public record Target(Fraction value, Optional<String> decision) {}

    private final Map<Key, Target> targets = new HashMap<>();

    public Targets(List<Row> rows, List<Calibration> calibrations) {
        for (Row row : rows) {
            if (row.number("target") != null) {
                targets.put(Key.of(row), new Target(Fraction.of(row.number("target")), Optional.empty()));
            }
        }
        for (Calibration calibration : calibrations) {
            targets.put(calibration.key(), new Target(calibration.newTarget(), Optional.of(calibration.decisionId())));
        }
    }

    /** The target, where there is one above 0 (rulings 22). */
    public Optional<Target> find(Key key) {
        return Optional.ofNullable(targets.get(key))
                .filter(target -> target.value().signum() > 0);
    }
}
