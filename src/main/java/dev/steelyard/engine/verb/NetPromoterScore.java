package dev.steelyard.engine.verb;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.plan.Where.Operator;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Set;

/**
 * {@code nps} 净推荐值: 100 × (promoters 9–10 − detractors 0–6) ÷ answers, in −100…100. An answer is a row with a filled
 * score; fewer than {@code at_least} are missing (rulings 28).
 */
final class NetPromoterScore implements RowVerb {

    @Override
    public Signature signature() {
        return new Signature(Set.of("of"), Set.of("over", "at_least", "attribution"));
    }

    private static Facts answers(Measure measure) {
        Facts of = Verbs.of(measure);
        return of.as(Aggregate.AVERAGE).where(Where.ALWAYS.and(of.columns().get(0), Operator.FILLED));
    }

    private static Facts promoters(Facts answers) {
        return answers.where(Where.ALWAYS.and(answers.columns().get(0), Operator.AT_LEAST, "9"));
    }

    private static Facts detractors(Facts answers) {
        return answers.where(Where.ALWAYS.and(answers.columns().get(0), Operator.BELOW, "7"));
    }

    @Override
    public List<Reads> reads(Measure measure) {
        Facts answers = answers(measure);
        return List.of(
                Verbs.reads(answers, measure.window()),
                Verbs.reads(promoters(answers), measure.window()),
                Verbs.reads(detractors(answers), measure.window()));
    }

    @Override
    public Measured apply(String indicator, Measure measure, VerbEvidence evidence) {
        Window window = measure.window();
        Facts facts = answers(measure);
        long answers = evidence.total(facts, window).rows();
        if (answers < Math.max(1, measure.atLeast().orElse(1))) {
            return Measured.missing(Measured.Gap.TOO_FEW_ANSWERS, answers).part("answers", Fraction.of(answers));
        }
        long promoters = evidence.total(promoters(facts), window).rows();
        long detractors = evidence.total(detractors(facts), window).rows();
        return Measured.of(Fraction.of(100 * (promoters - detractors)).over(Fraction.of(answers)), answers)
                .part("promoters", Fraction.of(promoters))
                .part("detractors", Fraction.of(detractors))
                .part("answers", Fraction.of(answers));
    }
}
