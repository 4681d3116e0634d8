package dev.steelyard.engine.verb;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.measure.Total;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.engine.plan.Where;
import java.util.List;
import java.util.Set;

/** {@code share}: of the rows (or their sum), the part that meets {@code having} as well (rulings 23). */
final class Share implements RowVerb {

    @Override
    public Signature signature() {
        return new Signature(Set.of("of", "having"), Set.of("over", "at_most", "attribution"));
    }

    @Override
    public List<Reads> reads(Measure measure) {
        return reads(Verbs.of(measure), measure.having().orElseThrow(), measure.window());
    }

    static List<Reads> reads(Facts of, Where having, Window window) {
        return List.of(Verbs.reads(of, window), Verbs.reads(of.where(having), window));
    }

    @Override
    public Measured apply(String indicator, Measure measure, VerbEvidence evidence) {
        return apply(Verbs.of(measure), measure.having().orElseThrow(), measure.window(), evidence);
    }

    static Measured apply(Facts of, Where having, Window window, VerbEvidence evidence) {
        Total all = evidence.total(of, window);
        Total part = evidence.total(of.where(having), window);
        return Measured.quotient(part.value().orElseThrow(), all.divisor(), all.rows());
    }
}
