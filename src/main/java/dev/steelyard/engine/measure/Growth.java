package dev.steelyard.engine.measure;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Set;

/** {@code growth}: (current − base) ÷ base; missing where the base is not above 0 (rulings 20, 35). */
final class Growth implements Verb {

    @Override
    public Signature signature() {
        return new Signature(Set.of("of"), Set.of("against", "over", "at_most"));
    }

    private static Window base(Measure measure) {
        return measure.against().orElse(Window.SAME_PERIOD_LAST_YEAR);
    }

    @Override
    public List<Reads> reads(Measure measure) {
        Facts of = Verbs.of(measure);
        return List.of(Verbs.reads(of, measure.window()), Verbs.reads(of, base(measure)));
    }

    @Override
    public Measured apply(String indicator, Measure measure, Evidence evidence) {
        Facts of = Verbs.of(measure);
        Fraction current = evidence.total(of, measure.window()).value().orElse(Fraction.ZERO);
        Total base = evidence.total(of, base(measure));
        long rows = evidence.total(of, measure.window(), base(measure)).rows();
        return base.divisor()
                .map(by -> Measured.of(current.minus(by).over(by), rows))
                .orElseGet(() -> Measured.missing(Measured.Gap.NO_DATA, rows))
                .part("current", current)
                .part("base", base.value().orElse(Fraction.ZERO));
    }
}
