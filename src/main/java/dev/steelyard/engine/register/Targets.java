package dev.steelyard.engine.register;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.fact.TargetRow;
import dev.steelyard.engine.unit.Fraction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Targets 目标, with the calibrations in force put in their place. Looked up by exactly the period (rulings 7). */
public final class Targets {

    /**
     * A target and where it stands.
     *
     * @param indicator what it is a target of
     * @param prorate whether it is cut for days that nobody was there; empty where its row does not say
     * @param row the exported target, or the calibration
     * @param calibration the decision that set it; empty where it stands as exported
     * @param replaced what the decision replaced; empty where it set a target that there was not
     */
    public record Target(
            Fraction value,
            String indicator,
            Optional<Boolean> prorate,
            Row row,
            Optional<Calibration> calibration,
            Optional<Target> replaced) {

        /** The id of the calibration that set it; empty where none did. */
        public Optional<String> decision() {
            return calibration.map(Calibration::decisionId);
        }
    }

    private final Map<TargetKey, Target> targets = new HashMap<>();
    private final Set<TargetKey> read = ConcurrentHashMap.newKeySet();

    /**
     * Targets by subject, name and period; a row without a number is none, and a calibration takes the place of what stood there (ruling
     * 82).
     */
    Targets(List<TargetRow> rows, List<Calibration> calibrations) {
        for (TargetRow row : rows) {
            if (row.target().isPresent() && row.key().isPresent()) {
                targets.put(
                        row.key().get(),
                        new Target(
                                row.target().get(),
                                row.indicator(),
                                row.prorate(),
                                row.row(),
                                Optional.empty(),
                                Optional.empty()));
            }
        }
        calibrations.forEach(this::put);
    }

    private Targets(Map<TargetKey, Target> standing) {
        targets.putAll(standing);
    }

    private void put(Calibration calibration) {
        Optional<Target> replaced = Optional.ofNullable(targets.get(calibration.key()));
        targets.put(
                calibration.key(),
                new Target(
                        calibration.newTarget(),
                        calibration.key().indicator(),
                        calibration.said().prorate(),
                        calibration.said().row(),
                        Optional.of(calibration),
                        replaced));
    }

    /** The same, of which nobody looked up any yet. */
    Targets again() {
        return new Targets(targets);
    }

    /** These targets with one more decision, the last one. */
    Targets with(Calibration calibration) {
        Targets with = again();
        with.put(calibration);
        return with;
    }

    /** What stands for the key, also where it is 0 or below and so counts as none. */
    public Optional<Target> standing(TargetKey key) {
        return Optional.ofNullable(targets.get(key));
    }

    /** The target, where there is one above 0 (rulings 22). */
    public Optional<Target> find(TargetKey key) {
        Optional<Target> found = Optional.ofNullable(targets.get(key));
        if (found.isPresent()) {
            read.add(key);
        }
        return found.filter(target -> target.value().signum() > 0);
    }

    /** Whether anybody looked this target up: what nobody reads is not in force, whatever the register says. */
    public boolean isRead(TargetKey key) {
        return read.contains(key);
    }
}
