package dev.steelyard.engine.fact;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.unit.CodePoints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** A compliance event 合规事件 that was verified, counted on the day on which it was (rulings 15). */
public record ComplianceEvent(
        String eventId, String employeeId, String kind, String severity, LocalDate verifiedDate, Row row) {

    /** By the day on which they were verified. */
    public static final Comparator<ComplianceEvent> OLDEST_FIRST = Comparator.comparing(ComplianceEvent::verifiedDate)
            .thenComparing(ComplianceEvent::eventId, CodePoints.ORDER);

    /**
     * The events that count: verified and dated.
     *
     * @param problems takes verified events without a date (rulings 51)
     */
    static List<ComplianceEvent> verified(List<Row> rows, Consumer<Problem> problems) {
        List<ComplianceEvent> events = new ArrayList<>();
        for (Row row : rows) {
            if (!"verified".equals(row.text("status"))) {
                continue;
            }
            if (row.day("verified_date") == null) {
                problems.accept(
                        Problem.of(ProblemCode.EVENT_NOT_DATED, row.source(), "verified_date", row.text("event_id")));
                continue;
            }
            events.add(of(row));
        }
        return List.copyOf(events);
    }

    /** The events that counted and were dismissed since. */
    static List<ComplianceEvent> dismissed(List<Row> rows) {
        return rows.stream()
                .filter(row -> "dismissed".equals(row.text("status")) && row.day("verified_date") != null)
                .map(ComplianceEvent::of)
                .toList();
    }

    private static ComplianceEvent of(Row row) {
        return new ComplianceEvent(
                row.text("event_id"),
                row.textOrBlank("employee_id"),
                row.textOrBlank("kind"),
                row.textOrBlank("severity"),
                row.day("verified_date"),
                row);
    }
}
