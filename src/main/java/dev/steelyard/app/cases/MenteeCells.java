package dev.steelyard.app.cases;

import dev.steelyard.engine.insight.people.MentorResult;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.RunResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Mentees as cases write them: of the mentor, one by one. */
final class MenteeCells {

    private MenteeCells() {}

    /** With a column for each indicator of mentees. */
    static List<String> columns(Plan plan) {
        List<String> columns =
                new ArrayList<>(List.of("employee_id", "mentee_id", "kinds", "start", "end", "counted", "violations"));
        columns.addAll(MentorResult.indicators(plan).keySet());
        return columns;
    }

    static List<Map<String, String>> of(RunResult result) {
        return MentorResult.of(
                        result.input().plan(),
                        result.input().registers(),
                        result.measurements(),
                        result.input().period())
                .stream()
                .map(one -> of(result.input().plan(), one))
                .toList();
    }

    private static Map<String, String> of(Plan plan, MentorResult one) {
        Map<String, String> cells = new HashMap<>();
        columns(plan).forEach(column -> cells.put(column, ""));
        cells.put("employee_id", one.mentor().id());
        cells.put("mentee_id", one.mentee().id());
        cells.put("kinds", String.join(" ", one.kinds()));
        cells.put("start", one.start().toString());
        cells.put("end", one.end().map(Object::toString).orElse(""));
        cells.put("counted", one.counted() ? "yes" : "no");
        cells.put("violations", Integer.toString(one.violations().size()));
        one.figures().forEach((id, measured) -> measured.value()
                .ifPresent(value -> cells.put(id, value.rounded(6).toPlainString())));
        return cells;
    }
}
