package dev.steelyard.engine.fact;

import dev.steelyard.engine.calendar.Days;
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
 * @param days both included; without an end while it lasts
 * @param track blank where the person is not scored in it
 * @param leads team and region codes that a manager leads in it
 */
public record Assignment(
        String employeeId, Days days, String track, String team, String region, List<String> leads, Row row) {

    private static final LocalDate STILL = LocalDate.of(9999, 12, 31);

    private static final Comparator<Assignment> OLDEST_FIRST = Comparator.comparing(
                    (Assignment assignment) -> assignment.days().first())
            .thenComparing(assignment -> assignment.row().source().toString(), CodePoints.ORDER);

    /** Employee id → assignments, oldest first. */
    static Map<String, List<Assignment>> byPerson(List<Row> rows) {
        return rows.stream()
                .map(Assignment::of)
                .sorted(OLDEST_FIRST)
                .collect(Collectors.groupingBy(Assignment::employeeId, LinkedHashMap::new, Collectors.toList()));
    }

    private static Assignment of(Row row) {
        return new Assignment(
                row.text("employee_id"),
                new Days(row.day("from"), Optional.ofNullable(row.day("to")).orElse(STILL)),
                row.textOrBlank("track"),
                row.textOrBlank("team"),
                row.textOrBlank("region"),
                row.list("leads"),
                row);
    }
}
