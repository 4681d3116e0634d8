package dev.steelyard.engine.verb;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.measure.Total;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code repeat}: of the different customers in the {@code months} before the period, the share that is there again in it
 * (rulings 33).
 */
final class Repeat implements RowVerb {

    @Override
    public Signature signature() {
        return new Signature(Set.of("of", "months"), Set.of("over", "attribution"));
    }

    private static Facts customers(Measure measure) {
        return Verbs.of(measure).as(Aggregate.DISTINCT);
    }

    private static Window before(Measure measure) {
        return Window.monthsBefore(measure.months().orElseThrow());
    }

    @Override
    public List<Reads> reads(Measure measure) {
        return List.of(
                Verbs.reads(customers(measure), measure.window()), Verbs.reads(customers(measure), before(measure)));
    }

    @Override
    public Measured apply(String indicator, Measure measure, VerbEvidence evidence) {
        Facts customers = customers(measure);
        Fraction before = evidence.total(customers, before(measure)).value().orElseThrow();
        Fraction now = evidence.total(customers, measure.window()).value().orElseThrow();
        Total either = evidence.total(customers, before(measure), measure.window());
        // Those of both spans: |A| + |B| − |A or B|.
        Fraction again = before.plus(now).minus(either.value().orElseThrow());
        return Measured.quotient(again, Optional.of(before).filter(base -> base.signum() > 0), either.rows());
    }
}
