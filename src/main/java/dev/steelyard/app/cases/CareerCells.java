package dev.steelyard.app.cases;

import dev.steelyard.engine.insight.people.Career;
import dev.steelyard.engine.insight.people.Careers;
import dev.steelyard.engine.run.RunResult;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Careers as cases write them. */
final class CareerCells {

    static final List<String> COLUMNS = List.of("employee_id", "standing", "channels", "missed", "evidence");

    private CareerCells() {}

    static List<Map<String, String>> of(RunResult result) {
        return Careers.of(
                        result.input().plan(),
                        result.input().registers(),
                        result.measurements(),
                        result.book(),
                        result.input().period(),
                        result.input().history())
                .map(careers -> careers.people().stream().map(CareerCells::of).toList())
                .orElse(List.of());
    }

    private static Map<String, String> of(Career career) {
        Map<String, String> cells = new HashMap<>();
        cells.put("employee_id", career.card().participant().id());
        cells.put("standing", career.isCandidate() ? "candidate" : "near");
        cells.put(
                "channels",
                career.open().stream()
                        .map(channel -> channel.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" ")));
        cells.put(
                "missed",
                career.missed().stream()
                        .map(missed ->
                                missed.period() + " " + missed.kind().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" ")));
        cells.put(
                "evidence",
                career.evidence().stream()
                        .flatMap(one -> one.points().map(points -> one.indicator() + " " + points).stream())
                        .collect(Collectors.joining(" ")));
        return cells;
    }
}
