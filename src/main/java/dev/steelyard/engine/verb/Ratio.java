package dev.steelyard.engine.verb;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.measure.Total;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.engine.said.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code ratio}: numerator ÷ denominator, two aggregates of their own. Missing where the denominator has no rows or is
 * not above 0; a numerator without rows is 0 (rulings 20, 23).
 */
final class Ratio implements RowVerb {

    @Override
    public Signature signature() {
        return new Signature(Set.of("numerator", "denominator"), Set.of("over", "at_most", "attribution"));
    }

    @Override
    public List<Reads> reads(Measure measure) {
        Facts numerator = measure.numerator().orElseThrow().on(measure.basis());
        Facts denominator = measure.denominator().orElseThrow().on(measure.basis());
        List<Reads> reads = new ArrayList<>();
        reads.add(Verbs.reads(numerator, measure.window()));
        reads.add(Verbs.reads(denominator, measure.window()));
        VerbEvidence.both(numerator, denominator).ifPresent(both -> reads.add(Verbs.reads(both, measure.window())));
        return reads;
    }

    @Override
    public Measured apply(String indicator, Measure measure, VerbEvidence evidence) {
        Facts numeratorFacts = measure.numerator().orElseThrow().on(measure.basis());
        Facts denominatorFacts = measure.denominator().orElseThrow().on(measure.basis());
        Window window = measure.window();
        Total numerator = evidence.total(numeratorFacts, window);
        Total denominator = evidence.total(denominatorFacts, window);
        long rows = evidence.distinctRows(numeratorFacts, denominatorFacts, window);
        return numerator
                .value()
                .map(value -> Measured.quotient(value, denominator.divisor(), rows))
                .orElseGet(() -> Measured.missing(Measured.Gap.NO_DATA, rows))
                .withNote(Said.text(numerator.note()))
                .withNote(Said.text(denominator.note()));
    }
}
