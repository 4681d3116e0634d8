package dev.steelyard.engine.verb;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.measure.Total;
import dev.steelyard.engine.people.DaysOf;
import dev.steelyard.engine.people.Presence;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code growth}: (current − base) ÷ base; missing where the base is not above 0 (rulings 20, 35). The base is that part of it which the
 * available days are of the period (rules.md 8.3). */
final class Growth implements RowVerb {

    @Override
    public Signature signature() {
        return new Signature(Set.of("of"), Set.of("against", "over", "at_most", "attribution", "prices"));
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
    public Measured apply(String indicator, Measure measure, VerbEvidence evidence) {
        Facts of = Verbs.of(measure);
        Total now = evidence.total(of, measure.window());
        Fraction current = now.value().orElse(Fraction.ZERO);
        Total base = evidence.total(of, base(measure));
        long rows = evidence.total(of, measure.window(), base(measure)).rows();
        Presence presence = evidence.stay().presence();
        Optional<Measured.Gap> gap = gap(measure, evidence);
        if (gap.isPresent()) {
            return Measured.missing(gap.get(), rows);
        }
        Optional<Fraction> part = base.divisor().map(by -> by.times(presence.share()));
        return part.map(by -> Measured.of(current.minus(by).over(by), rows))
                .orElseGet(() -> Measured.missing(Measured.Gap.NO_DATA, rows))
                .part("current", current)
                .part("base", base.value().orElse(Fraction.ZERO))
                .withNote(presence.available()
                        .filter(days -> part.isPresent() && days.isPart())
                        .map(days -> cut(base.value().orElseThrow(), days))
                        .orElse(Said.text("")))
                .withNote(unrestated(now, base, presence));
    }

    /** What the growth would be at the prices of each row's day, where prices changed. */
    private static Said unrestated(Total now, Total base, Presence presence) {
        if (now.unrestated().isEmpty() && base.unrestated().isEmpty()) {
            return Said.text("");
        }
        Fraction then = base.unrestated().or(base::value).orElse(Fraction.ZERO).times(presence.share());
        String plain = then.signum() > 0
                ? now.unrestated()
                                .or(now::value)
                                .orElse(Fraction.ZERO)
                                .minus(then)
                                .over(then)
                                .times(Fraction.of(100))
                                .atMost(2)
                        + "%"
                : "—";
        return Said.of("measure.growth.pricesRestatedWithout", "growth", plain);
    }

    private static Said cut(Fraction base, DaysOf days) {
        return Said.of(
                "measure.growth.baseTimes",
                "plain",
                base.atMost(6),
                "grouped",
                Fraction.of(base.rounded(2)).grouped(),
                "days",
                days.label(),
                "result",
                Fraction.of(base.times(days.share()).rounded(2)).grouped());
    }

    /** Whether the person was there at all, and for enough of what it is compared with. */
    private static Optional<Measured.Gap> gap(Measure measure, VerbEvidence evidence) {
        if (evidence.stay().presence().share().signum() == 0) {
            return Optional.of(Measured.Gap.NO_DAY);
        }
        return evidence.stay().comparable().test(base(measure).days(evidence.scope()))
                ? Optional.empty()
                : Optional.of(Measured.Gap.NOT_COMPARABLE);
    }
}
