package dev.steelyard.engine.verb;

import dev.steelyard.engine.measure.Total;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.engine.unit.Fraction;
import java.util.Set;

/**
 * {@code average}: the sum of all filled cells over their number, pooled over the columns (rulings 25, 29). With {@code
 * at_least}, fewer answers are missing; an answer is a row with at least one filled cell.
 */
final class Average implements RowVerb {

    @Override
    public Signature signature() {
        return new Signature(Set.of("of"), Set.of("over", "at_least", "at_most", "attribution"));
    }

    @Override
    public Measured apply(String indicator, Measure measure, VerbEvidence evidence) {
        Total total = evidence.total(Verbs.of(measure), measure.window());
        // Where answers are counted, a row without any is no answer and no row of the measure.
        long rows = measure.atLeast().isPresent() ? total.answers() : total.rows();
        if (measure.atLeast().isPresent() && total.answers() < measure.atLeast().get()) {
            return Measured.missing(Measured.Gap.TOO_FEW_ANSWERS, rows).part("answers", Fraction.of(total.answers()));
        }
        if (total.values() == 0) {
            return Measured.missing(Measured.Gap.NO_DATA, rows);
        }
        Fraction sum = total.value().orElseThrow();
        Fraction values = Fraction.of(total.values());
        return Measured.of(sum.over(values), rows).part("sum", sum).part("values", values);
    }
}
