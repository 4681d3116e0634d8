package dev.steelyard.engine.verb;

import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.engine.unit.Fraction;
import java.util.Optional;
import java.util.Set;

/** {@code without}: the share of the people who have none of these rows (rulings 40). */
final class Without implements RowVerb {

    @Override
    public Signature signature() {
        return new Signature(Set.of("of"), Set.of("over", "attribution"));
    }

    @Override
    public Measured apply(String indicator, Measure measure, VerbEvidence evidence) {
        Facts of = Verbs.of(measure);
        Fraction people = Fraction.of(evidence.people().size());
        long without = evidence.people().stream()
                .filter(person -> evidence.total(of, person, measure.window()).rows() == 0)
                .count();
        long rows = evidence.total(of, measure.window()).rows();
        return Measured.quotient(Fraction.of(without), Optional.of(people).filter(all -> all.signum() > 0), rows);
    }
}
