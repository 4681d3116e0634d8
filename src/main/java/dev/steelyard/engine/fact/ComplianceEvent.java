package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.KnownDataset;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.unit.CodePoints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An event 合规事件 of the compliance register: alleged, verified or dismissed. A verified one counts, on the day on which it was verified
 * (rulings 15).
 *
 * @param status as the register codes it; blank where it does not say
 */
public record ComplianceEvent(
        String eventId,
        Optional<LocalDate> eventDate,
        String employeeId,
        String kind,
        String severity,
        String status,
        Optional<LocalDate> verifiedDate,
        String evidence,
        Row row) {

    public static final KnownDataset<ComplianceEvent> DATASET =
            KnownDataset.of("compliance_events", ComplianceEvent.class);

    /** By the day on which they were verified. */
    public static final Comparator<ComplianceEvent> OLDEST_FIRST =
            Comparator.comparing(ComplianceEvent::day).thenComparing(ComplianceEvent::eventId, CodePoints.ORDER);

    /** Whether nobody verified or dismissed it yet. */
    public boolean isAlleged() {
        return status.equals("alleged");
    }

    /** Whether it is true: then it counts. */
    public boolean isVerified() {
        return status.equals("verified");
    }

    /** Whether it is not true, by the register or on appeal. */
    public boolean isDismissed() {
        return status.equals("dismissed");
    }

    /** The day on which it counts: that on which it was verified. Only of one that was. */
    public LocalDate day() {
        return verifiedDate.orElseThrow();
    }

    /** Whether it is a veto, once it is verified: by its severity or its kind. */
    public boolean isVeto(Rules.Veto veto) {
        return veto.covers(severity, kind);
    }

    /**
     * The events that count: verified and dated.
     *
     * @param problems takes verified events without a date (rulings 51), and those that do not say what they are
     */
    public static List<ComplianceEvent> verified(List<ComplianceEvent> all, Consumer<Problem> problems) {
        List<ComplianceEvent> events = new ArrayList<>();
        for (ComplianceEvent event : all) {
            List<String> lacking = event.lacking();
            if (!lacking.isEmpty()) {
                problems.accept(event.problem(ProblemCode.EVENT_INCOMPLETE, lacking.get(0))
                        .with("person", event.employeeId())
                        .with("lacks", String.join(", ", lacking)));
            }
            if (!event.isVerified()) {
                continue;
            }
            if (event.verifiedDate().isEmpty()) {
                problems.accept(event.problem(ProblemCode.EVENT_NOT_DATED, "verified_date"));
                continue;
            }
            event.eventDate()
                    .filter(day -> day.isAfter(event.day()))
                    .ifPresent(day -> problems.accept(event.problem(ProblemCode.EVENT_BEFORE_ITSELF, "verified_date")
                            .with("person", event.employeeId())
                            .with("verified", event.day().toString())
                            .with("event", day.toString())));
            events.add(event);
        }
        return List.copyOf(events);
    }

    /** The rows with those events dismissed, whatever they said of it. */
    public static List<Row> dismiss(List<Row> rows, Set<String> eventIds) {
        return rows.stream()
                .map(row -> eventIds.contains(row.text("event_id")) ? row.with("status", "dismissed") : row)
                .toList();
    }

    private Problem problem(ProblemCode code, String column) {
        return Problem.of(code, row.source(), column, eventId);
    }

    /** What an event does not say, so that nobody can tell whether it is a veto or a deduction: whether it is true, what it was. */
    private List<String> lacking() {
        if (status.isEmpty()) {
            return List.of("status");
        }
        List<String> lacking = new ArrayList<>();
        if (isVerified() && kind.isEmpty()) {
            lacking.add("kind");
        }
        if (isVerified() && severity.isEmpty()) {
            lacking.add("severity");
        }
        return lacking;
    }
}
