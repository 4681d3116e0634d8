package dev.steelyard.engine.fact;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.dataset.KnownDataset;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.unit.CodePoints;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A stretch of days for which a person belongs to a track, team and region 任职记录 (rules.md 8.1).
 *
 * @param to the last day; empty while it lasts
 * @param track blank where the person is not scored in it
 * @param leads team and region codes that a manager leads in it
 */
public record Assignment(
        String employeeId,
        LocalDate from,
        Optional<LocalDate> to,
        String track,
        String team,
        String region,
        List<String> leads,
        Row row) {

    public static final KnownDataset<Assignment> DATASET = KnownDataset.of("assignments", Assignment.class);

    private static final LocalDate STILL = LocalDate.of(9999, 12, 31);

    private static final Comparator<Assignment> OLDEST_FIRST = Comparator.comparing(
                    (Assignment assignment) -> assignment.days().first())
            .thenComparing(assignment -> assignment.row().source().toString(), CodePoints.ORDER);

    /** Employee id → assignments, oldest first. */
    public static Map<String, List<Assignment>> byPerson(List<Assignment> assignments) {
        return assignments.stream()
                .sorted(OLDEST_FIRST)
                .collect(Collectors.groupingBy(Assignment::employeeId, LinkedHashMap::new, Collectors.toList()));
    }

    /** Which of team and region it does not say, as columns. */
    public List<String> blanks() {
        return Map.of("team", team, "region", region).entrySet().stream()
                .filter(cell -> cell.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The days, both included. */
    public Days days() {
        return new Days(from, to.orElse(STILL));
    }
}
