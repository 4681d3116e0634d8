package dev.steelyard.workbook;

import dev.steelyard.problem.Problem;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Problems in the words of the report, without what survey answers say. */
public final class Findings {

    /** Datasets whose values are never shown: people answered in confidence. */
    private static final Set<String> CONFIDENTIAL = Set.of("nps", "feedback");

    private static final Set<String> POSITIONS = Set.of("others", "first", "target", "choices", "range");
    private static final String HIDDEN = "***";

    private final Report report;

    public Findings(Report report) {
        this.report = report;
    }

    public String value(Problem problem) {
        return isConfidential(problem) && !problem.value().isEmpty() ? HIDDEN : problem.value();
    }

    public String message(Problem problem) {
        return shown(problem).message(report.language());
    }

    public String fix(Problem problem) {
        return shown(problem).fix(report.language());
    }

    /** The column as the export's header reads; the person's id column where the problem is about a person. */
    public String column(Problem problem) {
        String dataset = problem.where().dataset().isEmpty()
                ? "employees"
                : problem.where().dataset();
        return Arrays.stream(problem.column().split(", "))
                .map(column -> report.column(dataset, column))
                .collect(Collectors.joining(report.say("、", ", ")));
    }

    private static boolean isConfidential(Problem problem) {
        return CONFIDENTIAL.contains(problem.where().dataset());
    }

    /** Why a decision has no effect, which the registers say in English. */
    private String reason(Problem problem, String reason) {
        String blank = " is blank";
        if (report.language().equals("zh") && reason.endsWith(blank)) {
            String column = reason.substring(0, reason.length() - blank.length());
            return "「" + report.column(problem.where().dataset(), column) + "」为空";
        }
        return report.language().equals("zh")
                ? reason.replace("approvers: ", "批准人数 ")
                        .replace("no event ", "没有事件 ")
                        .replace("no indicator ", "没有指标 ")
                : reason;
    }

    private Problem shown(Problem problem) {
        Map<String, String> slots = new TreeMap<>(problem.slots());
        if (isConfidential(problem)) {
            slots.replaceAll((slot, text) -> POSITIONS.contains(slot) ? text : HIDDEN);
        }
        slots.computeIfPresent("indicator", (slot, id) -> report.indicator(id));
        slots.computeIfPresent("target", (slot, id) -> report.dataset(id));
        slots.computeIfPresent("reason", (slot, reason) -> reason(problem, reason));
        for (String slot : Set.of("left", "right")) {
            slots.computeIfPresent(
                    slot,
                    (name, id) -> report.column(
                            problem.where().dataset(), problem.slots().get(name)));
        }
        return new Problem(problem.code(), problem.where(), column(problem), value(problem), slots);
    }
}
