package dev.steelyard.explain;

import dev.steelyard.fact.Registers;
import dev.steelyard.plan.Curve;
import dev.steelyard.plan.Plan;
import dev.steelyard.plan.Rules;
import dev.steelyard.score.IndicatorScore;
import dev.steelyard.score.Participant;
import dev.steelyard.score.Remark;
import dev.steelyard.score.Scorecard;
import dev.steelyard.trace.Figure;
import dev.steelyard.trace.Formula;
import dev.steelyard.trace.Label;
import dev.steelyard.trace.Step;
import dev.steelyard.unit.Fraction;
import dev.steelyard.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An indicator's points: value → curve → caps → appeals. */
final class IndicatorStep {

    private final Plan plan;
    private final Registers registers;
    private final Audience audience;
    private final SourceRows rows;
    private final ValueStep values;

    IndicatorStep(Plan plan, Registers registers, Audience audience, SourceRows rows, ValueStep values) {
        this.plan = plan;
        this.registers = registers;
        this.audience = audience;
        this.rows = rows;
        this.values = values;
    }

    Step of(Participant person, Scorecard card, IndicatorScore score) {
        Step value = value(person, score);
        Step step = score.points().isEmpty()
                ? Step.of(key(score), label(score), Figure.MISSING)
                        .above(List.of(value))
                        .note(why(score))
                : points(card, score, value);
        return step.note(weight(score));
    }

    static String key(IndicatorScore score) {
        return "indicator." + score.id();
    }

    private static Label label(IndicatorScore score) {
        return Vocabulary.label(score.indicator().name());
    }

    private static Label weight(IndicatorScore score) {
        return score.weight().signum() == 0
                ? new Label("只显示，不计分", "shown, not scored")
                : new Label(
                        "权重 " + score.weight().plain(),
                        "weight " + score.weight().plain());
    }

    private static Label why(IndicatorScore score) {
        Label gap = score.measured().gap().map(Vocabulary::gap).orElse(Label.of(""));
        return gap.isBlank() || score.weight().signum() == 0
                ? gap
                : gap.then(new Label("，", ": "))
                        .then(Vocabulary.effect(score.indicator().missing()));
    }

    // ------------------------------------------------------------------ value

    private Step value(Participant person, IndicatorScore score) {
        Step value = values.of(person, score, same(score));
        for (Remark remark : score.remarks()) {
            if (remark.kind() == Remark.Kind.APPEAL && remark.details().contains("set_value")) {
                value = value.note(new Label("由申诉改值 ", "set by appeal ")
                        .then(remark.details().get(0)));
            }
        }
        if (score.measured().gap().isPresent() && score.value().isPresent()) {
            value = value.note(why(score));
        }
        return rows(person, score, noteOf(score, value));
    }

    /** Which published rows were read; a calibration stands beside its target. */
    private static Step noteOf(IndicatorScore score, Step value) {
        String note = score.measured().note();
        return note.isEmpty() || note.contains("calibration") ? value : value.note(Label.of(note));
    }

    private Step rows(Participant person, IndicatorScore score, Step value) {
        long count = score.measured().rows().orElse(0L);
        boolean survey = score.indicator()
                .measure()
                .of()
                .filter(of -> !audience.seesAnswers(of.dataset()))
                .isPresent();
        if (survey) {
            return count < Audience.LEAST_ANSWERS
                    ? value
                    : value.note(count + " 份回答；逐条回答只对人力资源显示", count + " answers; single ones are shown to HR only");
        }
        Step counted = score.measured().rows().isEmpty()
                ? value
                : value.note("来源 " + count + " 行", count + (count == 1 ? " source row" : " source rows"));
        return counted.rows(rows.of(person, score));
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

    private Step points(Scorecard card, IndicatorScore score, Step value) {
        Curve curve = score.indicator().curve().orElseThrow();
        Fraction exact = score.value().orElseThrow();
        Points points = curve.pointsAt(exact);
        Step step = curve(score, value, curve, exact, points);
        for (Remark remark : score.remarks()) {
            if (remark.kind() == Remark.Kind.POINTS_CAP) {
                Rules.PointsCap cap = cap(remark);
                points = points.min(cap.atMost());
                step = changed(score, points)
                        .from(Formula.part(0).atMost(Numbers.constant(cap.atMost())), List.of(step))
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
                ? Step.of("points", new Label("分档得分", "points by the curve"), Numbers.points(points))
                : changed(score, points);
        Figure.Style style = Numbers.style(score.indicator().unit());
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
        return Step.of(key(score), label(score), Numbers.points(points));
    }

    private Rules.PointsCap cap(Remark remark) {
        return plan.rules().pointsCaps().stream()
                .filter(cap -> cap.name().zh().equals(remark.details().get(0)))
                .findFirst()
                .orElseThrow();
    }

    /** The limits that were met, with the values that met them. */
    private Label stuffing(Scorecard card, Rules.PointsCap cap) {
        List<Label> met = Stream.concat(cap.when().stream(), cap.any().stream())
                .flatMap(limit -> card.indicators().stream()
                        .filter(score -> score.id().equals(limit.indicator()))
                        .filter(score -> score.value().filter(limit::meets).isPresent())
                        .map(score -> met(limit, score)))
                .toList();
        return Vocabulary.label(cap.name()).then(new Label("：", ": ")).then(Vocabulary.join(met, new Label("，", ", ")));
    }

    private Label met(Rules.Limit limit, IndicatorScore score) {
        Figure.Style style = Numbers.style(score.indicator().unit());
        String value = Figure.text(CurveStep.printed(score.value().orElseThrow(), same(score)), style);
        String atLeast =
                limit.atLeast().map(at -> " ≥ " + Numbers.text(at, style)).orElse("");
        String below = limit.below().map(at -> " < " + Numbers.text(at, style)).orElse("");
        return label(score).then(" " + value + atLeast + below);
    }

    private static Points added(Remark remark) {
        return Points.parse(remark.details().get(1).substring(1));
    }

    private Step added(IndicatorScore score, Points points, Step step, Remark remark, Points before, Curve curve) {
        String id = remark.details().get(0);
        Points asked = registers.appeals().stream()
                .filter(appeal -> appeal.appealId().equals(id))
                .flatMap(appeal -> appeal.value().stream())
                .map(Points::rounded)
                .findFirst()
                .orElse(added(remark));
        Formula formula = Formula.part(0).plus(Numbers.constant(asked));
        if (before.plus(asked).compareTo(points) > 0) {
            formula = before.isAtLeast(curve.highest())
                    ? Formula.part(0)
                    : formula.atMost(Numbers.constant(curve.highest()));
        }
        return changed(score, points)
                .from(formula, List.of(step))
                .note(
                        "申诉 " + id + " 加 " + asked + " 分，不超过分档最高 " + curve.highest(),
                        "appeal " + id + " adds " + asked + ", not above the curve's " + curve.highest());
    }
}
