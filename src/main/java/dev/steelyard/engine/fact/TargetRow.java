package dev.steelyard.engine.fact;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.KnownDataset;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.unit.Fraction;
import java.util.Optional;

/**
 * What a row of targets 目标 says.
 *
 * @param subjectType whether {@code subject} is a person, a team or a region
 * @param target empty where the cell is blank: then there is none
 * @param prorate whether it is cut for days that nobody was there; empty where the plan decides
 */
public record TargetRow(
        String subjectType,
        String subject,
        String indicator,
        Optional<Period> period,
        Optional<Fraction> target,
        Optional<Boolean> prorate,
        Row row) {

    public static final KnownDataset<TargetRow> DATASET = KnownDataset.of("targets", TargetRow.class);

    /** Which target it is; empty where it names no period. */
    public Optional<TargetKey> key() {
        return period.map(of -> new TargetKey(subjectType, subject, indicator, of));
    }
}
