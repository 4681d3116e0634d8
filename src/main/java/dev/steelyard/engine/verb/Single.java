package dev.steelyard.engine.verb;

import dev.steelyard.engine.measure.Total;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.engine.said.Said;
import java.util.Set;

/**
 * {@code sum}, {@code count}, {@code distinct}, {@code min}, {@code max}, {@code latest}: the aggregate itself. A sum or
 * count over no rows is 0; a least, greatest or latest value is then missing.
 */
final class Single implements RowVerb {

    @Override
    public Signature signature() {
        return new Signature(Set.of("of"), Set.of("over", "at_most", "attribution"));
    }

    @Override
    public Measured apply(String indicator, Measure measure, VerbEvidence evidence) {
        Facts of = Verbs.of(measure);
        Total total = evidence.total(of, measure.window());
        return total.value()
                .map(value -> Measured.of(value, total.rows()))
                .orElseGet(() -> Measured.missing(Measured.Gap.NO_DATA, total.rows()))
                .withNote(Said.text(total.note()));
    }
}
