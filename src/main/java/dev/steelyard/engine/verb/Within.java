package dev.steelyard.engine.verb;

import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.plan.Where.Operator;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code within}: the share of rows of which {@code to} lies at most {@code working_days} working days after {@code
 * from}; what was never finished is not within (rulings 30, 31).
 */
final class Within implements RowVerb {

    @Override
    public Signature signature() {
        return new Signature(Set.of("of", "from", "to", "working_days"), Set.of("over", "attribution"));
    }

    private static Facts all(Measure measure) {
        return Verbs.of(measure).as(Aggregate.COUNT);
    }

    private static Where inTime(Measure measure) {
        return Where.ALWAYS.and(
                measure.to().orElseThrow(),
                Operator.WITHIN,
                measure.from().orElseThrow(),
                measure.workingDays().orElseThrow().toString());
    }

    @Override
    public List<Reads> reads(Measure measure) {
        return List.of(
                Verbs.reads(all(measure), measure.window()),
                Verbs.reads(all(measure).where(inTime(measure)), measure.window()));
    }

    @Override
    public Measured apply(String indicator, Measure measure, VerbEvidence evidence) {
        long all = evidence.total(all(measure), measure.window()).rows();
        long inTime = evidence.total(all(measure).where(inTime(measure)), measure.window())
                .rows();
        return Measured.quotient(
                Fraction.of(inTime), Optional.of(Fraction.of(all)).filter(rows -> rows.signum() > 0), all);
    }
}
