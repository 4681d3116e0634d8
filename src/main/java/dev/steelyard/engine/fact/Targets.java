package dev.steelyard.engine.fact;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.unit.Fraction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Targets 目标, with the calibrations in force put in their place. Looked up by exactly the period (rulings 7). */
public final class Targets {

    /** Whose target of which indicator over which period. */
    public record Key(String subjectType, String subject, String indicator, Period period) {
        /** What a row of targets or calibrations is about. */
        public static Key of(Row row) {
            return new Key(
                    row.text("subject_type"),
                    row.textOrBlank("subject"),
                    row.textOrBlank("indicator"),
                    row.period("period"));
        }
    }

    /**
     * A target and where it stands.
     *
     * @param row the exported target, or the calibration
     * @param calibration the decision that set it; empty where it stands as exported
     * @param replaced what the decision replaced; empty where it set a target that there was not
     */
    public record Target(Fraction value, Row row, Optional<Calibration> calibration, Optional<Target> replaced) {
        /** The id of the calibration that set it; empty where none did. */
        public Optional<String> decision() {
            return calibration.map(Calibration::decisionId);
        }
    }

    private final Map<Key, Target> targets = new HashMap<>();
    private final Set<Key> read = ConcurrentHashMap.newKeySet();

    /**
     * Targets by subject, name and period; a row without a number is none, and a calibration takes the place of what stood there (ruling
     * 82).
     */
    public Targets(List<Row> rows, List<Calibration> calibrations) {
        for (Row row : rows) {
            if (row.number("target") != null) {
                targets.put(
                        Key.of(row),
                        new Target(Fraction.of(row.number("target")), row, Optional.empty(), Optional.empty()));
            }
        }
        calibrations.forEach(this::put);
    }

    private Targets(Map<Key, Target> standing) {
        targets.putAll(standing);
    }

    private void put(Calibration calibration) {
        Optional<Target> replaced = Optional.ofNullable(targets.get(calibration.key()));
        targets.put(
                calibration.key(),
                new Target(calibration.newTarget(), calibration.row(), Optional.of(calibration), replaced));
    }

    /** These targets with one more decision, the last one. */
    Targets with(Calibration calibration) {
        Targets with = new Targets(targets);
        with.put(calibration);
        return with;
    }

    /** What stands for the key, also where it is 0 or below and so counts as none. */
    public Optional<Target> standing(Key key) {
        return Optional.ofNullable(targets.get(key));
    }

    /** The target, where there is one above 0 (rulings 22). */
    public Optional<Target> find(Key key) {
        Optional<Target> found = Optional.ofNullable(targets.get(key));
        if (found.isPresent()) {
            read.add(key);
        }
        return found.filter(target -> target.value().signum() > 0);
    }

    /** Whether anybody looked this target up: what nobody reads is not in force, whatever the register says. */
    public boolean isRead(Key key) {
        return read.contains(key);
    }
}
