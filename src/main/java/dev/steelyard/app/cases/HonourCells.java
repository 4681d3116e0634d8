package dev.steelyard.app.cases;

import dev.steelyard.engine.insight.people.Honours;
import dev.steelyard.engine.insight.people.Nomination;
import dev.steelyard.engine.insight.people.Nomination.ComplianceStar;
import dev.steelyard.engine.insight.people.Nomination.CustomerReputation;
import dev.steelyard.engine.insight.people.Nomination.InnovationBreakthrough;
import dev.steelyard.engine.run.RunResult;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Nominations as cases write them. */
final class HonourCells {

    static final List<String> COLUMNS = List.of(
            "employee_id", "award", "dimension", "enablement", "answers", "reached", "held", "conversion", "sharing");

    private HonourCells() {}

    static List<Map<String, String>> of(RunResult result) {
        return Honours.of(result.input().plan(), result.input().registers(), result.measurements(), result.book())
                .map(honours -> honours.nominations().stream()
                        .map(nomination -> of(honours, nomination))
                        .toList())
                .orElse(List.of());
    }

    private static Map<String, String> of(Honours honours, Nomination nomination) {
        Map<String, String> cells = new HashMap<>();
        COLUMNS.forEach(column -> cells.put(column, ""));
        cells.put("employee_id", nomination.card().participant().id());
        cells.put("award", nomination.award().name().toLowerCase(Locale.ROOT));
        cells.put("sharing", Long.toString(honours.sharing(nomination)));
        if (nomination instanceof ComplianceStar star) {
            cells.put("dimension", star.dimension().toString());
            cells.put("enablement", star.enablement().toString());
        } else if (nomination instanceof CustomerReputation star) {
            cells.put("dimension", star.dimension().toString());
            cells.put("answers", Long.toString(star.answers()));
        } else if (nomination instanceof InnovationBreakthrough star) {
            cells.put("reached", star.reached().stream().map(String::valueOf).collect(Collectors.joining(" ")));
            cells.put("held", Integer.toString(star.held()));
            star.conversion()
                    .ifPresent(value -> cells.put("conversion", value.rounded(6).toPlainString()));
        }
        return cells;
    }
}
