package dev.steelyard.engine.compare;

import dev.steelyard.engine.compare.Cause.Kind;
import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.plan.Rules.PointsCap;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.CardVerb;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.engine.verb.Measured;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why an indicator gives one person other points: value, target, curve, cap, appeal. */
record IndicatorChange(ComparedResults sides, ValueWords words, Membership members) {

    private static final Fraction HALF = Fraction.ONE.over(Fraction.of(2));

    /**
     * @param before with points
     * @param after with points
     * @param worth what a point of the indicator is worth in the final
     */
    void into(ScorePart.Gathered parts, IndicatorScore before, IndicatorScore after, Fraction worth) {
        CurveSplit curves = new CurveSplit(curve(before), curve(after));
        Fraction then = before.value().orElseThrow();
        Fraction now = after.value().orElseThrow();
        value(parts, before, after, curves, worth);
        parts.add(
                rule(Kind.CURVE, after.id(), "curve", "compare.indicator.curve"),
                curves.byCurve(then, now).times(worth),
                words.value(before, after));
        Fraction added = added(after).minus(added(before));
        parts.add(appeal(after.id()), added.times(worth), appeals(before, after));
        Fraction capped = capped(after).minus(capped(before));
        parts.add(cap(after.id()), capped.times(worth), words.value(before, after));
    }

    private static Curve curve(IndicatorScore score) {
        return score.indicator().curve().orElseThrow();
    }

    // ------------------------------------------------------------------ value

    private void value(
            ScorePart.Gathered parts, IndicatorScore before, IndicatorScore after, CurveSplit curves, Fraction worth) {
        Fraction then = before.value().orElseThrow();
        Fraction now = after.value().orElseThrow();
        Fraction moved = curves.byValue(then, now);
        List<Said> details = words.of(before, after);
        String id = after.id();
        if (isSet(before) || isSet(after)) {
            parts.add(appeal(id), moved.times(worth), appeals(before, after));
        } else if (!before.indicator().measure().equals(after.indicator().measure())) {
            parts.add(rule(Kind.MEASURE, id, "measure", "compare.indicator.measure"), moved.times(worth), details);
        } else if (CardVerb.find(after.indicator().measure().verb()).isPresent()) {
            Said name = sides.indicator(id);
            parts.add(
                    Cause.of(Kind.MEMBERS, id, "", Said.of("compare.indicator.membersScores", "name", name)),
                    moved.times(worth),
                    Stream.concat(details.stream(), members.moved().stream()).toList());
        } else {
            Fraction byTarget = byTarget(before, after, curves);
            parts.add(named(Kind.TARGET, id, "compare.indicator.target"), byTarget.times(worth), details);
            parts.add(
                    named(Kind.DATA, id, "compare.indicator.data"),
                    moved.minus(byTarget).times(worth),
                    details);
        }
    }

    /** What another target did to an attainment: the mean of moving the target first and of moving it last. */
    private static Fraction byTarget(IndicatorScore before, IndicatorScore after, CurveSplit curves) {
        Optional<Fraction> targetThen = before.measured().target();
        Optional<Fraction> targetNow = after.measured().target();
        if (targetThen.isEmpty() || targetNow.isEmpty() || targetThen.equals(targetNow)) {
            return Fraction.ZERO;
        }
        if (!isQuotient(before.measured()) || !isQuotient(after.measured())) {
            return Fraction.ZERO;
        }
        Fraction actualThen = before.measured().part("actual").orElseThrow();
        Fraction actualNow = after.measured().part("actual").orElseThrow();
        Fraction then = before.value().orElseThrow();
        Fraction now = after.value().orElseThrow();
        Fraction first = curves.byValue(then, actualThen.over(targetNow.get()));
        Fraction last = curves.byValue(actualNow.over(targetThen.get()), now);
        return first.plus(last).times(HALF);
    }

    private static boolean isQuotient(Measured measured) {
        Optional<Fraction> actual = measured.part("actual");
        return actual.isPresent() && measured.target().map(actual.get()::over).equals(measured.value());
    }

    // ------------------------------------------------------------------ caps and appeals

    private static boolean isSet(IndicatorScore score) {
        return score.remarks().stream()
                .anyMatch(remark -> remark.kind() == Remark.Kind.APPEAL
                        && remark.details().get(1).equals("set_value"));
    }

    /** Points that appeals added. */
    private static Fraction added(IndicatorScore score) {
        return score.remarks().stream()
                .filter(remark -> remark.kind() == Remark.Kind.APPEAL
                        && remark.details().get(1).startsWith("+"))
                .map(remark ->
                        Points.parse(remark.details().get(1).substring(1)).exact())
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** What a cap took, at most 0. */
    private static Fraction capped(IndicatorScore score) {
        return score.points()
                .orElseThrow()
                .exact()
                .minus(added(score))
                .minus(CurveSplit.at(curve(score), score.value().orElseThrow()));
    }

    private static List<Said> appeals(IndicatorScore before, IndicatorScore after) {
        return List.of(ShortFigures.change(appeals(before), appeals(after)));
    }

    private static Said appeals(IndicatorScore score) {
        List<String> decisions = score.remarks().stream()
                .filter(remark -> remark.kind() == Remark.Kind.APPEAL)
                .map(remark -> remark.details().get(0) + " " + remark.details().get(1))
                .toList();
        return decisions.isEmpty() ? Said.of("compare.indicator.noAppeal") : Said.text(String.join("; ", decisions));
    }

    private Cause appeal(String id) {
        return named(Kind.APPEAL, id, "compare.indicator.appeal");
    }

    private Cause cap(String id) {
        List<PointsCap> caps = sides.planAfter().rules().pointsCaps().stream()
                .filter(cap -> cap.indicator().equals(id))
                .toList();
        Said name = caps.isEmpty()
                ? Said.of("compare.indicator.pointsCap")
                : Said.of("compare.indicator.pointsCapCaps", "caps", caps.get(0).name());
        return Cause.of(
                Kind.POINTS_CAP, id, sides.ruleIfChanged(plan -> plan.rules().pointsCaps(), "rules.points_caps"), name);
    }

    // ------------------------------------------------------------------ causes

    private Cause named(Kind kind, String id, String text) {
        return Cause.of(kind, id, "", Said.of(text, "name", sides.indicator(id)));
    }

    private Cause rule(Kind kind, String id, String key, String text) {
        return Cause.of(kind, id, "indicators." + id + "." + key, Said.of(text, "name", sides.indicator(id)));
    }
}
