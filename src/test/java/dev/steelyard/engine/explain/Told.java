package dev.steelyard.engine.explain;

import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.output.publish.Printed;
import dev.steelyard.words.Words;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds trees against the rows that the machine files print of the same result, letter by letter. */
final class Told {

    private final Map<String, Map<String, String>> scores = new LinkedHashMap<>();
    private final Map<String, List<Map<String, String>>> indicators = new LinkedHashMap<>();
    private final Map<String, List<Map<String, String>>> payout = new LinkedHashMap<>();
    private final RunResult result;

    Told(RunResult result) {
        this.result = result;
        Printed printed = Printed.of(result);
        printed.scores().forEach(row -> scores.put(row.get("employee_id"), row));
        printed.indicators().forEach(row -> add(indicators, row));
        printed.payout().forEach(row -> add(payout, row));
    }

    private static void add(Map<String, List<Map<String, String>>> rows, Map<String, String> row) {
        rows.computeIfAbsent(row.get("employee_id"), id -> new ArrayList<>()).add(row);
    }

    List<String> people() {
        return List.copyOf(scores.keySet());
    }

    /** Figures that the tree says otherwise than the files, a sentence each. */
    List<String> differences(String id, Step tree) {
        List<String> differences = new ArrayList<>();
        Map<String, String> row = scores.get(id);
        for (String column : List.of(
                "final",
                "individual",
                "team_score",
                "grade",
                "rank",
                "rank_in_track",
                "rank_in_team",
                "rank_in_region")) {
            compare(id, column, row.get(column), figure(tree, column), differences);
        }
        // Zero where the track has none, blank only where the person is held (rulings 87).
        if (tree.find("bonus").isPresent() && !row.get("bonus").isEmpty()) {
            compare(id, "bonus", row.get("bonus"), figure(tree, "bonus"), differences);
        }
        result.input()
                .plan()
                .dimensions()
                .keySet()
                .forEach(dimension -> compare(
                        id, dimension, row.get(dimension), figure(tree, "dimension." + dimension), differences));
        indicators.getOrDefault(id, List.of()).forEach(one -> indicator(id, one, tree, differences));
        pay(id, tree, differences);
        return differences;
    }

    private static void indicator(String id, Map<String, String> row, Step tree, List<String> differences) {
        String name = row.get("indicator");
        Optional<Step> step = tree.find("indicator." + name);
        if (step.isEmpty()) {
            differences.add(id + " " + name + " is not in the tree");
            return;
        }
        compare(id, name + " points", row.get("points"), printed(step.get().figure()), differences);
        Step value = step.get().find("value").orElseThrow();
        String six = value.figure() instanceof Figure.Number number
                ? number.number().setScale(6, RoundingMode.HALF_UP).toPlainString()
                : "";
        compare(id, name + " value", row.get("value"), six, differences);
        Optional<Step> target = value.find("target");
        if (!row.get("target").isEmpty()) {
            compare(
                    id,
                    name + " target",
                    row.get("target"),
                    target.map(Step::figure).map(Told::printed).orElse(""),
                    differences);
        }
    }

    private void pay(String id, Step tree, List<String> differences) {
        List<Step> lines = tree.find("payout").map(Step::parts).orElse(List.of());
        List<String> told = lines.stream()
                .map(step -> step.key().substring("payout.".length()) + " " + printed(step.figure()))
                .toList();
        List<String> paid = payout.getOrDefault(id, List.of()).stream()
                .map(row -> row.get("component") + "."
                        + row.get("line_id").substring(row.get("line_id").lastIndexOf('-') + 1) + " "
                        + row.get("amount"))
                .toList();
        if (!told.equals(paid)) {
            differences.add(id + " is paid " + paid + ", told " + told);
        }
    }

    private static String figure(Step tree, String key) {
        return tree.find(key).map(Step::figure).map(Told::printed).orElse("");
    }

    private static String printed(Figure figure) {
        return figure instanceof Figure.Missing ? "" : figure.in(Words.in("en"));
    }

    private static void compare(String id, String what, String published, String told, List<String> differences) {
        if (!published.equals(told)) {
            differences.add(id + " " + what + ": " + published + " ≠ " + told);
        }
    }
}
