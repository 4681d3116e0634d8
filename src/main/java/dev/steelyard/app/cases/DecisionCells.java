package dev.steelyard.app.cases;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.TrailEntry;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Appeals and calibrations as cases write them. */
final class DecisionCells {

    static final List<String> COLUMNS = List.of(
            "employee_id",
            "kind",
            "decision_id",
            "concerns",
            "period",
            "state",
            "marks",
            "submit_by",
            "decide_by",
            "before",
            "after",
            "note");

    private DecisionCells() {}

    static List<Map<String, String>> of(List<TrailEntry> trail) {
        return trail.stream().map(DecisionCells::of).toList();
    }

    private static Map<String, String> of(TrailEntry entry) {
        Map<String, String> cells = new HashMap<>();
        cells.put("employee_id", entry.subject());
        cells.put("kind", entry.kind().code());
        cells.put("decision_id", entry.id());
        cells.put("concerns", entry.concerns());
        cells.put("period", entry.period().map(Period::toString).orElse(""));
        cells.put("state", entry.state().code());
        cells.put("marks", entry.marks().stream().map(TrailEntry.Mark::code).collect(Collectors.joining(" ")));
        cells.put("submit_by", day(entry.submitBy()));
        cells.put("decide_by", day(entry.decideBy()));
        cells.put("before", entry.change().map(TrailEntry.Change::from).orElse(""));
        cells.put("after", entry.change().map(TrailEntry.Change::to).orElse(""));
        cells.put("note", entry.note());
        return cells;
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
