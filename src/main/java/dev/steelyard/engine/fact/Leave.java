package dev.steelyard.engine.fact;

import dev.steelyard.engine.calendar.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An absence 请假 (rules.md 8.2). Its kind is HR's and the person's own.
 *
 * @param days both included; without an end while it lasts
 * @param half whether each of the days is half a day
 */
public record Leave(String leaveId, String employeeId, String kind, Days days, boolean half, Row row) {

    private static final LocalDate STILL = LocalDate.of(9999, 12, 31);

    static Map<String, List<Leave>> byPerson(List<Row> rows) {
        return rows.stream().map(Leave::of).collect(Collectors.groupingBy(Leave::employeeId));
    }

    private static Leave of(Row row) {
        return new Leave(
                row.text("leave_id"),
                row.text("employee_id"),
                row.text("kind"),
                new Days(row.day("from"), Optional.ofNullable(row.day("to")).orElse(STILL)),
                row.yes("half_day"),
                row);
    }
}
