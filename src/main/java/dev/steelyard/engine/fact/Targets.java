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
        /** Whether it is a person's. */
        public boolean isPersonal() {
            return subjectType.equals("employee");
        }
    }

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

    private final Map<Key, Target> targets = new HashMap<>();
    private final Set<Key> read = ConcurrentHashMap.newKeySet();

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

    private Targets(Map<Key, Target> standing) {
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

    /** These targets with one more decision, the last one. */
    Targets with(Calibration calibration) {
        Targets with = new Targets(targets);
        with.put(calibration);
        return with;
    }

    /** Whether rows of the dataset are about a person, a team or a region, as one of their columns tells. */
    public static boolean areNamed(Schema schema) {
        return schema.column("subject_type").isPresent();
    }

    /** Where a row of such a dataset names whom it is about. */
    public static int subjectColumn(Schema schema) {
        return schema.indexOf("subject");
    }

    /** The id of the person whom a row of such a dataset is about, blank where the cell is; empty where it is about a team or region. */
    public static Optional<String> person(Row row) {
        return "employee".equals(row.text("subject_type")) ? Optional.of(row.textOrBlank("subject")) : Optional.empty();
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
