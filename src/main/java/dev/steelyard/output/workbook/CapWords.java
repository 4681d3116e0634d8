package dev.steelyard.output.workbook;

import dev.steelyard.engine.insight.alert.Alert;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Rules.Limit;
import dev.steelyard.engine.plan.Rules.PointsCap;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.book.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Caps on an indicator's points in words: the values behind one, and the plan's limits. */
record CapWords(Report report) {

    /** The values that the rule looked at. */
    String evidence(Alert.PointsCapped capped) {
        return capped.behind().stream()
                .flatMap(score -> score.value().map(value -> named(score, value)).stream())
                .collect(Collectors.joining(report.say("list.clauses")));
    }

    private String named(IndicatorScore score, Fraction value) {
        return report.indicator(score.id()) + " "
                + shown(value, score.indicator().unit());
    }

    /** The rule with its limits. */
    String rule(Alert.PointsCapped capped) {
        return rule(capped.cap());
    }

    private String rule(PointsCap cap) {
        String all = cap.when().stream().map(this::limit).collect(Collectors.joining(report.say("book.cap.and")));
        String any = cap.any().stream().map(this::limit).collect(Collectors.joining(report.say("book.cap.or")));
        String when = any.isEmpty() ? all : report.say("book.cap.while", "all", all, "any", any);
        return report.say(
                "book.cap.earnsMost",
                "when",
                when,
                "indicator",
                report.indicator(cap.indicator()),
                "atMost",
                cap.atMost());
    }

    private String limit(Limit limit) {
        Indicator.Unit unit = report.plan().indicators().get(limit.indicator()).unit();
        List<String> parts = new ArrayList<>();
        limit.atLeast().ifPresent(least -> parts.add(" ≥ " + shown(least, unit)));
        limit.below().ifPresent(below -> parts.add(" < " + shown(below, unit)));
        return report.indicator(limit.indicator()) + String.join("", parts);
    }

    private static String shown(Fraction value, Indicator.Unit unit) {
        return unit == Indicator.Unit.PERCENT
                ? Format.PERCENT.shown(value.rounded(4)).replace(".00%", "%")
                : Format.NUMBER.shown(value.rounded(2));
    }
}
