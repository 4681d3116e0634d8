package dev.steelyard.engine.explain;

import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.score.Scorecard;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An indicator's points: value → curve → caps → appeals. */
record IndicatorStep(Plan plan, AppealSteps appeals, ValueStep values) {

    Step of(Participant person, Scorecard card, IndicatorScore score) {
        Step value = value(person, score);
        Step step = score.points().isEmpty()
                ? Step.of(key(score), label(score), Figure.MISSING)
                        .above(List.of(value))
                        .note(why(score))
                : points(person, card, score, value);
        return step.note(weight(score));
    }

    static String key(IndicatorScore score) {
        return "indicator." + score.id();
    }

    private static Said label(IndicatorScore score) {
        return Vocabulary.label(score.indicator().name());
    }

    private static Said weight(IndicatorScore score) {
        return score.weight().signum() == 0
                ? Said.of(Explainer.NOT_SCORED)
                : Said.of("word.weight", "weight", score.weight().plain());
    }

    private static Said why(IndicatorScore score) {
        Said gap = score.measured().gap().map(Vocabulary::gap).orElse(Said.text(""));
        return gap.isBlank() || score.weight().signum() == 0
                ? gap
                : Said.of(
                        "explain.indicator.gapEffect",
                        "gap",
                        gap,
                        "effect",
                        Vocabulary.effect(score.indicator().missing()));
    }

    // ------------------------------------------------------------------ value

    private Step value(Participant person, IndicatorScore score) {
        Step value = values.of(person, score, same(score));
        return score.measured().gap().isPresent() && score.value().isPresent() ? value.note(why(score)) : value;
    }

    private Predicate<Fraction> same(IndicatorScore score) {
        Optional<Fraction> exact = score.value();
        Optional<Curve> curve = score.weight().signum() == 0
                ? Optional.empty()
                : score.indicator().curve();
        List<Rules.Limit> limits = plan.rules().pointsCaps().stream()
                .flatMap(cap -> Stream.concat(cap.when().stream(), cap.any().stream()))
                .filter(limit -> limit.indicator().equals(score.id()))
                .toList();
        return rounded -> curve.map(by -> by.pointsAt(rounded).equals(by.pointsAt(exact.orElseThrow())))
                        .orElse(true)
                && limits.stream().allMatch(limit -> limit.meets(rounded) == limit.meets(exact.orElseThrow()));
    }

    // ------------------------------------------------------------------ points

    private Step points(Participant person, Scorecard card, IndicatorScore score, Step value) {
        Curve curve = score.indicator().curve().orElseThrow();
        Fraction exact = score.value().orElseThrow();
        Points points = curve.pointsAt(exact);
        Step step = curve(score, value, curve, exact, points);
        for (Remark remark : score.remarks()) {
            if (remark.kind() == Remark.Kind.POINTS_CAP) {
                Rules.PointsCap cap = cap(remark);
                points = points.min(cap.atMost());
                List<Step> below = new ArrayList<>(List.of(step));
                below.addAll(limits(person, card, score, cap));
                step = changed(score, points)
                        .from(Formula.part(0).atMost(FigureNumbers.constant(cap.atMost())), below)
                        .note(stuffing(card, cap));
            } else if (!remark.details().contains("set_value")) {
                Points before = points;
                points = before.plus(added(remark));
                step = added(score, points, step, remark, before, curve);
            }
        }
        return step;
    }

    private Step curve(IndicatorScore score, Step value, Curve curve, Fraction exact, Points points) {
        boolean changes =
                score.remarks().stream().anyMatch(remark -> !remark.details().contains("set_value"));
        Step step = changes
                ? Step.of("points", Said.of("explain.indicator.pointsCurve"), FigureNumbers.points(points))
                : changed(score, points);
        Figure.Style style = FigureNumbers.style(score.indicator().unit());
        boolean inPrint = value.figure() instanceof Figure.Number number
                && curve.pointsAt(Fraction.of(number.number())).equals(points);
        if (inPrint || value.formula().isEmpty()) {
            CurveStep by = CurveStep.of(curve, exact, Formula.part(0), style);
            return step.from(by.formula(), List.of(value)).note(by.note());
        }
        // No decimal stands for the value exactly enough: it is computed on without being printed in between.
        List<Step> parts = new ArrayList<>(value.parts());
        parts.add(value);
        CurveStep by = CurveStep.of(curve, exact, value.formula().get(), style);
        return step.from(by.formula(), parts).note(by.note());
    }

    private static Step changed(IndicatorScore score, Points points) {
        return Step.of(key(score), label(score), FigureNumbers.points(points));
    }

    private Rules.PointsCap cap(Remark remark) {
        return plan.rules().pointsCaps().stream()
                .filter(cap -> cap.id().equals(remark.details().get(0)))
                .findFirst()
                .orElseThrow();
    }

    /** A limit of a cap, and the indicator that met it. */
    private record Met(Rules.Limit limit, IndicatorScore score) {}

    private static List<Met> met(Scorecard card, Rules.PointsCap cap) {
        return Stream.concat(cap.when().stream(), cap.any().stream())
                .flatMap(limit -> card.indicators().stream()
                        .filter(score -> score.id().equals(limit.indicator()))
                        .filter(score -> score.value().filter(limit::meets).isPresent())
                        .map(score -> new Met(limit, score)))
                .toList();
    }

    /** The values of the other indicators that met a limit, down to what they were made of. */
    private List<Step> limits(Participant person, Scorecard card, IndicatorScore capped, Rules.PointsCap cap) {
        return met(card, cap).stream()
                .map(Met::score)
                .filter(score -> !score.id().equals(capped.id()))
                .distinct()
                .map(score -> value(person, score).named("limit." + score.id(), label(score)))
                .toList();
    }

    /** The limits that were met, with the values that met them. */
    private Said stuffing(Scorecard card, Rules.PointsCap cap) {
        List<Said> met = met(card, cap).stream()
                .map(one -> met(one.limit(), one.score()))
                .toList();
        return Said.of(
                "explain.indicator.labelList",
                "label",
                Vocabulary.label(cap.name()),
                "list",
                Vocabulary.join(met, Said.of("word.mark")));
    }

    private Said met(Rules.Limit limit, IndicatorScore score) {
        Figure.Style style = FigureNumbers.style(score.indicator().unit());
        String value = Figure.text(CurveStep.printed(score.value().orElseThrow(), same(score)), style);
        String atLeast =
                limit.atLeast().map(at -> " ≥ " + FigureNumbers.text(at, style)).orElse("");
        String below =
                limit.below().map(at -> " < " + FigureNumbers.text(at, style)).orElse("");
        return label(score).then(" " + value + atLeast + below);
    }

    private static Points added(Remark remark) {
        return Points.parse(remark.details().get(1).substring(1));
    }

    private Step added(IndicatorScore score, Points points, Step step, Remark remark, Points before, Curve curve) {
        Appeal appeal = appeals.find(remark.details().get(0));
        Points asked = appeal.value().map(Points::rounded).orElseGet(() -> added(remark));
        Formula formula = Formula.part(0).plus(Formula.part(1));
        if (before.plus(asked).compareTo(points) > 0) {
            formula = before.isAtLeast(curve.highest())
                    ? Formula.part(0)
                    : formula.atMost(FigureNumbers.constant(curve.highest()));
        }
        Said change = Said.of(
                "explain.indicator.notAboveCurves",
                "change",
                ValueStep.change(FigureNumbers.points(before), FigureNumbers.points(points)),
                "highest",
                curve.highest());
        return changed(score, points)
                .from(formula, List.of(step, appeals.of(appeal, FigureNumbers.points(asked), change)));
    }
}
