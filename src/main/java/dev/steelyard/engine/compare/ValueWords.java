package dev.steelyard.engine.compare;

import dev.steelyard.engine.explain.Vocabulary;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.verb.Measured;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What was another about an indicator's facts: its value, what that is made of, and how many rows of which export. */
record ValueWords(ComparedResults sides) {

    private static final Map<String, Said> PARTS = Map.ofEntries(
            Map.entry("actual", Said.of("word.actual")),
            Map.entry("target", Said.of("explain.commission.target")),
            Map.entry("current", Said.of("word.current")),
            Map.entry("base", Said.of("word.base")),
            Map.entry("numerator", Said.of("word.numerator")),
            Map.entry("denominator", Said.of("word.denominator")),
            Map.entry("sum", Said.of("word.sum")),
            Map.entry("values", Said.of("compare.value.values")),
            Map.entry("days", Said.of("compare.value.days")),
            Map.entry("people", Said.of("explain.value.people")),
            Map.entry("members", Said.of("compare.value.members")));

    /** What a survey's answers were stays with HR; rows are counted from so many answers on. */
    private static final Set<String> SURVEYS = Set.of("nps", "feedback");

    /** Value and points, then parts and rows that are others. */
    List<Said> of(IndicatorScore before, IndicatorScore after) {
        List<Said> details = new ArrayList<>();
        details.add(value(before, after));
        noted(before.measured().note(), after.measured().note()).ifPresent(details::add);
        if (!isSurvey(after) && !isSurvey(before)) {
            parts(before.measured(), after.measured(), details);
            rows(before, after, details);
        }
        return details;
    }

    /** How days, prices or a calibration cut a target or a base, where that is new or no more. */
    private static Optional<Said> noted(Said before, Said after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        return Optional.of(after.isBlank() ? Said.of("compare.value.noMore", "note", before) : after);
    }

    /** {@code 数值 5% → 12%（70.00 → 100.00 分）}. */
    Said value(IndicatorScore before, IndicatorScore after) {
        Said values = ShortFigures.change(value(before), value(after));
        Said points = ShortFigures.change(points(before), points(after));
        return Said.of("compare.value.valuePoints", "values", values, "points", points);
    }

    private static Said value(IndicatorScore score) {
        Said gap = score.measured()
                .gap()
                .filter(why -> score.measured().value().isEmpty())
                .map(Vocabulary::gap)
                .orElse(Said.text(""));
        Said value = ShortFigures.value(score.value(), score.indicator().unit());
        return gap.isBlank()
                ? value
                : score.value().isEmpty() ? gap : Said.of("compare.value.valueGap", "value", value, "gap", gap);
    }

    private static Said points(IndicatorScore score) {
        return score.points().map(points -> Said.text(points.toString())).orElse(Said.text("—"));
    }

    private static void parts(Measured before, Measured after, List<Said> details) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(before, after).flatMap(one -> one.parts().stream()).forEach(part -> names.add(part.name()));
        for (String name : names) {
            Optional<Fraction> then = before.part(name);
            Optional<Fraction> now = after.part(name);
            if (PARTS.containsKey(name) && !then.equals(now)) {
                details.add(PARTS.get(name).then(" ").then(ShortFigures.change(part(then), part(now))));
            }
        }
    }

    private static Said part(Optional<Fraction> part) {
        return ShortFigures.value(part, Indicator.Unit.NUMBER);
    }

    private void rows(IndicatorScore before, IndicatorScore after, List<Said> details) {
        Optional<Long> then = before.measured().rows();
        Optional<Long> now = after.measured().rows();
        if (then.isPresent() && now.isPresent()) {
            Said exports = exports(after.indicator().measure());
            String counts = then.equals(now) ? Long.toString(now.get()) : then.get() + " → " + now.get();
            details.add(Said.of(
                    "compare.value.rows",
                    "what",
                    (then.equals(now) ? Said.of("compare.value.otherContents") : Said.text("")),
                    "exports",
                    exports,
                    "counts",
                    counts));
        }
    }

    /** The exports that a measure reads. */
    Said exports(Measure measure) {
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
                Said.of("compare.value.mark"));
    }

    private static Said quoted(Said dataset) {
        return Said.of("compare.value.dataset", "dataset", dataset);
    }

    private static boolean isSurvey(IndicatorScore score) {
        Measure measure = score.indicator().measure();
        return Stream.of(measure.of(), measure.numerator(), measure.denominator())
                .flatMap(Optional::stream)
                .anyMatch(facts -> SURVEYS.contains(facts.dataset()));
    }
}
