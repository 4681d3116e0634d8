package dev.steelyard.engine.verb;

import dev.steelyard.engine.measure.Total;
import dev.steelyard.engine.people.PersonalTarget;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import java.util.Optional;
import java.util.Set;

/**
 * {@code attainment} 达成率: the aggregate ÷ the target of exactly the scored period. No target, or one not above 0, is
 * missing; with a target and no rows the attainment is 0 (rulings 7, 22).
 */
final class Attainment implements RowVerb {

    @Override
    public Signature signature() {
        return new Signature(Set.of("of"), Set.of("target", "over", "at_most", "attribution"));
    }

    @Override
    public Measured apply(String indicator, Measure measure, VerbEvidence evidence) {
        Total total = evidence.total(Verbs.of(measure), measure.window());
        Optional<PersonalTarget> target = evidence.personal(measure.target().orElse(indicator));
        if (target.isEmpty()) {
            return Measured.missing(Measured.Gap.NO_TARGET, total.rows());
        }
        Fraction actual = total.value().orElse(Fraction.ZERO);
        Fraction planned = target.get().value();
        if (planned.signum() == 0) {
            return Measured.missing(Measured.Gap.NO_DAY, total.rows());
        }
        return Measured.of(actual.over(planned), total.rows())
                .part("actual", actual)
                .part("target", target.get().target().value())
                .withTarget(planned)
                .withNote(Said.text(total.note()))
                .withNote(target.get().note())
                .withNote(target.get()
                        .target()
                        .decision()
                        .map(decision -> Said.of(Measured.BY_CALIBRATION, "decision", decision))
                        .orElse(Said.text("")));
    }
}
