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
     * @param problems takes verified events without a date (rulings 51), and those that do not say what they are
     */
    static List<ComplianceEvent> verified(List<Row> rows, Consumer<Problem> problems) {
        List<ComplianceEvent> events = new ArrayList<>();
        for (Row row : rows) {
            List<String> lacking = lacking(row);
            if (!lacking.isEmpty()) {
                problems.accept(
                        Problem.of(ProblemCode.EVENT_INCOMPLETE, row.source(), lacking.get(0), row.text("event_id"))
                                .with("person", row.textOrBlank("employee_id"))
                                .with("lacks", String.join(", ", lacking)));
            }
            if (!"verified".equals(row.text("status"))) {
                continue;
            }
            if (row.day("verified_date") == null) {
                problems.accept(
                        Problem.of(ProblemCode.EVENT_NOT_DATED, row.source(), "verified_date", row.text("event_id")));
                continue;
            }
            if (row.day("event_date") != null && row.day("event_date").isAfter(row.day("verified_date"))) {
                problems.accept(
                        Problem.of(ProblemCode.EVENT_BEFORE_ITSELF, row.source(), "verified_date", row.text("event_id"))
                                .with("person", row.textOrBlank("employee_id"))
                                .with("verified", row.day("verified_date").toString())
                                .with("event", row.day("event_date").toString()));
            }
            events.add(of(row));
        }
        return List.copyOf(events);
    }

    /** What an event does not say, so that nobody can tell whether it is a veto or a deduction: whether it is true, what it was. */
    private static List<String> lacking(Row row) {
        List<String> asked = row.text("status") == null
                ? List.of("status")
                : "verified".equals(row.text("status")) ? List.of("kind", "severity") : List.of();
        return asked.stream().filter(column -> row.text(column) == null).toList();
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
