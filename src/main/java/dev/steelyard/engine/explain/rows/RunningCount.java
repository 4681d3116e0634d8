package dev.steelyard.engine.explain.rows;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.trace.SourceRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows in the order of their dates, each with what a count has come to with it: so that the one which crossed a step is seen.
 *
 * @param steps the counts that something is earned by
 */
public record RunningCount(Facts facts, Map<String, Schema> schemas, Set<Integer> steps) {

    private String date() {
        return facts.date().or(schemas.get(facts.dataset())::date).orElseThrow();
    }

    /** Only counts run; rows of sums and averages are put in order. */
    public List<SourceRow> of(List<SourceRow> rows) {
        List<SourceRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((SourceRow row) -> value(row, date())));
        boolean distinct = facts.aggregate() == Facts.Aggregate.DISTINCT;
        if (!distinct && facts.aggregate() != Facts.Aggregate.COUNT) {
            return sorted;
        }
        Set<List<String>> seen = new HashSet<>();
        List<SourceRow> numbered = new ArrayList<>();
        int count = 0;
        for (SourceRow row : sorted) {
            if (distinct && member(row).contains("")) {
                continue; // Not counted (rulings 27).
            }
            boolean counts = !distinct || seen.add(member(row));
            count += counts ? 1 : 0;
            numbered.add(row.countingIn(List.of(label(count, counts))));
        }
        return numbered;
    }

    private List<String> member(SourceRow row) {
        return facts.columns().stream().map(column -> value(row, column)).toList();
    }

    private Said label(int count, boolean counts) {
        if (!counts) {
            return Said.of("explain.runningCount.countedBeforeStill", "count", count);
        }
        return steps.contains(count)
                ? Said.of("explain.runningCount.reachedFirstTime", "count", count)
                : Said.of("explain.runningCount.total", "count", count);
    }

    private static String value(SourceRow row, String column) {
        return row.cells().stream()
                .filter(cell -> cell.column().equals(column))
                .map(SourceRow.Cell::value)
                .findFirst()
                .orElse("");
    }

    /** Whether the row's date lies in the days. */
    public boolean isIn(SourceRow row, Days days) {
        String text = value(row, date());
        // Of a date-time its day.
        return !days.isEmpty() && !text.isEmpty() && days.contains(Days.dayOf(text));
    }
}
