package dev.steelyard.engine.compare;

import dev.steelyard.engine.explain.Vocabulary;
import dev.steelyard.engine.measure.Measured;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.trace.Label;
import dev.steelyard.engine.unit.Fraction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What was another about an indicator's facts: its value, what that is made of, and how many rows of which export. */
record ValueWords(Sides sides) {

    private static final Map<String, Label> PARTS = Map.ofEntries(
            Map.entry("actual", new Label("实际", "actual")),
            Map.entry("target", new Label("目标", "target")),
            Map.entry("current", new Label("本期", "current")),
            Map.entry("base", new Label("基期", "base")),
            Map.entry("numerator", new Label("分子", "numerator")),
            Map.entry("denominator", new Label("分母", "denominator")),
            Map.entry("sum", new Label("合计", "sum")),
            Map.entry("values", new Label("个数", "values")),
            Map.entry("days", new Label("天数", "days")),
            Map.entry("people", new Label("人数", "people")),
            Map.entry("members", new Label("成员数", "members")));

    /** What a survey's answers were stays with HR; rows are counted from so many answers on. */
    private static final Set<String> SURVEYS = Set.of("nps", "feedback");

    /** Value and points, then parts and rows that are others. */
    List<Label> of(IndicatorScore before, IndicatorScore after) {
        List<Label> details = new ArrayList<>();
        details.add(value(before, after));
        if (!isSurvey(after) && !isSurvey(before)) {
            parts(before.measured(), after.measured(), details);
            rows(before, after, details);
        }
        return details;
    }

    /** {@code 数值 5% → 12%（70.00 → 100.00 分）}. */
    Label value(IndicatorScore before, IndicatorScore after) {
        Label values = Said.change(value(before), value(after));
        Label points = Said.change(points(before), points(after));
        return new Label(
                "数值 " + values.zh() + "（" + points.zh() + " 分）",
                "value " + values.en() + " (" + points.en() + " points)");
    }

    private static Label value(IndicatorScore score) {
        Label gap = score.measured()
                .gap()
                .filter(why -> score.measured().value().isEmpty())
                .map(Vocabulary::gap)
                .orElse(new Label("", ""));
        Label value = Said.value(score.value(), score.indicator().unit());
        return gap.isBlank()
                ? value
                : score.value().isEmpty()
                        ? gap
                        : new Label(value.zh() + "（" + gap.zh() + "）", value.en() + " (" + gap.en() + ")");
    }

    private static Label points(IndicatorScore score) {
        return score.points().map(points -> Label.of(points.toString())).orElse(Label.of("—"));
    }

    private static void parts(Measured before, Measured after, List<Label> details) {
        Set<String> names = new LinkedHashSet<>(before.parts().keySet());
        names.addAll(after.parts().keySet());
        for (String name : names) {
            Optional<Fraction> then = Optional.ofNullable(before.parts().get(name));
            Optional<Fraction> now = Optional.ofNullable(after.parts().get(name));
            if (PARTS.containsKey(name) && !then.equals(now)) {
                details.add(PARTS.get(name).then(" ").then(Said.change(part(then), part(now))));
            }
        }
    }

    private static Label part(Optional<Fraction> part) {
        return Said.value(part, Indicator.Unit.NUMBER);
    }

    private void rows(IndicatorScore before, IndicatorScore after, List<Label> details) {
        Optional<Long> then = before.measured().rows();
        Optional<Long> now = after.measured().rows();
        if (then.isPresent() && now.isPresent()) {
            Label exports = exports(after.indicator().measure());
            String counts = then.equals(now) ? Long.toString(now.get()) : then.get() + " → " + now.get();
            details.add(new Label(
                    exports.zh() + " " + counts + " 行" + (then.equals(now) ? "，内容不同" : ""),
                    counts + " rows of " + exports.en() + (then.equals(now) ? ", with other contents" : "")));
        }
    }

    /** The exports that a measure reads. */
    Label exports(Measure measure) {
        Set<String> datasets = new LinkedHashSet<>();
        Stream.of(measure.of(), measure.numerator(), measure.denominator())
                .flatMap(Optional::stream)
                .map(Facts::dataset)
                .forEach(datasets::add);
        return Vocabulary.join(
                datasets.stream()
                        .map(sides.wordsAfter()::dataset)
                        .map(ValueWords::quoted)
                        .toList(),
                new Label("", ", "));
    }

    private static Label quoted(Label dataset) {
        return new Label("「" + dataset.zh() + "」", dataset.en());
    }

    private static boolean isSurvey(IndicatorScore score) {
        Measure measure = score.indicator().measure();
        return Stream.of(measure.of(), measure.numerator(), measure.denominator())
                .flatMap(Optional::stream)
                .anyMatch(facts -> SURVEYS.contains(facts.dataset()));
    }
}
