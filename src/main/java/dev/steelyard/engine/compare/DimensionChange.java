package dev.steelyard.engine.compare;

import dev.steelyard.engine.compare.Cause.Kind;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.ComplianceRecord;
import dev.steelyard.engine.score.DimensionScore;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why a dimension of one person has other points: its indicators, their weights, deductions, enablement, exploration floor. */
final class DimensionChange {

    /** The points that a dimension has when none of its indicators has any. */
    private static final String EMPTY = "";

    private final ComparedResults sides;
    private final ValueWords words;
    private final IndicatorChange indicators;
    private final RankedScorecard before;
    private final RankedScorecard after;

    DimensionChange(ComparedResults sides, RankedScorecard before, RankedScorecard after) {
        this.sides = sides;
        this.words = new ValueWords(sides);
        this.indicators = new IndicatorChange(sides, words, new Membership(sides, before, after));
        this.before = before;
        this.after = after;
    }

    /** @param worth what a point of the dimension is worth in the final */
    void into(ScorePart.Gathered parts, DimensionScore then, DimensionScore now, Fraction worth) {
        for (Blend.Effect effect : Blend.effects(entries(then), entries(now))) {
            if (effect.key().equals(EMPTY)) {
                parts.add(
                        whenEmpty(now.dimension()),
                        effect.byWeight().plus(effect.byPoints()).times(worth),
                        List.of());
                continue;
            }
            Optional<IndicatorScore> own = find(then, effect.key());
            Optional<IndicatorScore> new_ = find(now, effect.key());
            // What is the same to the last figure has no reason to be told.
            if (!effect.oneSided() && !own.equals(new_)) {
                indicators.into(parts, own.orElseThrow(), new_.orElseThrow(), worth.times(effect.share()));
            }
            if (effect.oneSided() || effect.reweighed()) {
                parts.add(reason(effect.key(), own, new_), effect.byWeight().times(worth), details(own, new_));
            }
        }
        rules(parts, then, now, worth);
    }

    private static List<Blend.Entry> entries(DimensionScore dimension) {
        List<Blend.Entry> entries = new ArrayList<>();
        dimension.indicators().stream()
                .filter(score -> score.points().isPresent() && score.weight().signum() > 0)
                .forEach(score -> entries.add(new Blend.Entry(
                        score.id(), score.weight(), score.points().get().exact())));
        if (entries.isEmpty()) {
            entries.add(new Blend.Entry(
                    EMPTY, Fraction.ONE, dimension.base().orElseThrow().exact()));
        }
        return entries;
    }

    private static Optional<IndicatorScore> find(DimensionScore dimension, String id) {
        return dimension.indicators().stream()
                .filter(score -> score.id().equals(id))
                .findFirst();
    }

    // ------------------------------------------------------------------ weights

    private boolean isOnAnotherTrack() {
        return !track(before).equals(track(after));
    }

    private static String track(RankedScorecard card) {
        return card.participant().employee().track();
    }

    /** Why an indicator has another share in the dimension. */
    private Cause reason(String id, Optional<IndicatorScore> then, Optional<IndicatorScore> now) {
        Said name = sides.indicator(id);
        if (isOnAnotherTrack()) {
            return Cause.of(Kind.TRACK, Said.of("word.anotherTrack"));
        }
        if (!weight(sides.planBefore(), id).equals(weight(sides.planAfter(), id))) {
            return Cause.of(
                    Kind.WEIGHT, id, "indicators." + id + ".weight", Said.of("compare.dimension.weight", "name", name));
        }
        boolean missing = !policy(sides.planBefore(), id).equals(policy(sides.planAfter(), id));
        return Cause.of(
                Kind.MISSING,
                id,
                missing ? "indicators." + id + ".missing" : "",
                Said.of("compare.dimension.dataNone", "name", name));
    }

    private Optional<Fraction> weight(Plan plan, String id) {
        return Optional.ofNullable(plan.indicators().get(id))
                .map(indicator -> indicator.weight().get(track(after)));
    }

    private static Optional<Indicator.Missing> policy(Plan plan, String id) {
        return Optional.ofNullable(plan.indicators().get(id)).map(Indicator::missing);
    }

    private List<Said> details(Optional<IndicatorScore> then, Optional<IndicatorScore> now) {
        if (then.isPresent() && now.isPresent()) {
            List<Said> details = new ArrayList<>();
            if (!then.get().weight().equals(now.get().weight())) {
                Said weights = ShortFigures.change(percent(then.get()), percent(now.get()));
                details.add(Said.of("compare.dimension.weightWeights", "weights", weights));
            }
            if (!then.get().value().equals(now.get().value())) {
                details.addAll(words.of(then.get(), now.get()));
            } else {
                Said points = then.get()
                        .points()
                        .map(one -> Said.text(one.toString()))
                        .orElse(Said.text("—"));
                details.add(Said.of("compare.dimension.points", "points", points));
            }
            return details;
        }
        return List.of(
                then.isPresent()
                        ? Said.of("compare.dimension.noLongerMeasured")
                        : Said.of("compare.dimension.measuredFromNow"));
    }

    private static String percent(IndicatorScore score) {
        return ShortFigures.number(score.weight()) + "%";
    }

    private Cause whenEmpty(String dimension) {
        Said name = sides.dimension(dimension);
        String track = track(after);
        return Cause.of(
                Kind.WHEN_EMPTY,
                dimension,
                sides.ruleIfChanged(
                        plan -> Optional.ofNullable(plan.tracks().get(track))
                                .map(Track::whenEmpty)
                                .map(points -> points.get(dimension)),
                        "tracks." + track + ".when_empty." + dimension),
                Said.of("compare.dimension.pointsWithoutData", "name", name));
    }

    // ------------------------------------------------------------------ rules around the points

    /**
     * What a rule added to a dimension's base.
     *
     * @param deducted at most 0
     */
    private record Around(Fraction deducted, Fraction enabled, Fraction explored) {
        static Around of(Plan plan, RankedScorecard card, DimensionScore dimension) {
            Rules.Compliance rule = plan.rules().compliance();
            Points base = dimension.base().orElseThrow();
            Points left = base;
            Points raised = base;
            if (dimension.dimension().equals(rule.dimension())) {
                ComplianceRecord record = card.card().compliance();
                left = base.minus(record.deducted()).max(Points.ZERO);
                raised = record.enabled().hundredths() == 0
                        ? left
                        : left.plus(record.enabled()).min(rule.ceiling().max(left));
            }
            return new Around(
                    left.minus(base).exact(),
                    raised.minus(left).exact(),
                    dimension.points().orElseThrow().minus(raised).exact());
        }
    }

    private void rules(ScorePart.Gathered parts, DimensionScore then, DimensionScore now, Fraction worth) {
        Around was = Around.of(sides.planBefore(), before, then);
        Around is = Around.of(sides.planAfter(), after, now);
        parts.add(
                compliance(
                        Kind.DEDUCTIONS,
                        Rules.Compliance::deductions,
                        "deductions",
                        Said.of("compare.dimension.complianceDeductions")),
                is.deducted().minus(was.deducted()).times(worth),
                ShortFigures.change(events(before), events(after)));
        parts.add(
                compliance(
                        Kind.ENABLEMENT,
                        rule -> List.of(rule.enablement(), rule.enablementAtMost(), rule.ceiling()),
                        "enablement",
                        Said.of("compare.dimension.complianceEnablement")),
                is.enabled().minus(was.enabled()).times(worth),
                ShortFigures.change(enabled(before), enabled(after)));
        parts.add(
                Cause.of(
                        Kind.EXPLORATION,
                        now.dimension(),
                        sides.ruleIfChanged(plan -> plan.rules().explorations(), "rules.explorations"),
                        Said.of("compare.dimension.explorationPeriod")),
                is.explored().minus(was.explored()).times(worth),
                ShortFigures.change(ShortFigures.number(was.explored()), ShortFigures.number(is.explored())));
    }

    private Cause compliance(Kind kind, Function<Rules.Compliance, Object> rule, String key, Said text) {
        return Cause.of(
                kind,
                "",
                sides.ruleIfChanged(plan -> rule.apply(plan.rules().compliance()), "rules.compliance." + key),
                text);
    }

    private static Said events(RankedScorecard card) {
        String events = card.card().compliance().deductions().stream()
                .map(one -> one.event().eventId() + " −" + one.points().exact().plain())
                .collect(Collectors.joining("; "));
        return events.isEmpty() ? Said.of("word.none") : Said.text(events);
    }

    private static Said enabled(RankedScorecard card) {
        return Said.text("+" + card.card().compliance().enabled().exact().plain());
    }

    /** Dimension → its score on one side, of those that count. */
    static List<Blend.Entry> counted(Map<String, DimensionScore> dimensions) {
        return dimensions.values().stream()
                .filter(one -> one.points().isPresent() && one.weight().signum() > 0)
                .map(one -> new Blend.Entry(
                        one.dimension(), one.weight(), one.points().get().exact()))
                .toList();
    }
}
