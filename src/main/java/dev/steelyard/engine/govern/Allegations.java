package dev.steelyard.engine.govern;

import dev.steelyard.engine.fact.Registers;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.plan.Rules.Veto;
import dev.steelyard.engine.unit.CodePoints;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events of the compliance register that are or would be vetoes, as the register has them now. */
final class Allegations {

    /** What became of an event. */
    enum Fate {
        /** Nobody verified or dismissed it yet. */
        OPEN,
        DISMISSED,
        /** It is a veto. */
        VERIFIED,
        /** It is true, and no veto. */
        LESSER,
        /** The register does not have it any more, or has it of somebody else. */
        GONE
    }

    private final Veto veto;
    private final Map<String, Row> events = new LinkedHashMap<>();

    Allegations(Veto veto, Registers registers) {
        this.veto = veto;
        registers.rows("compliance_events").stream()
                .sorted(Comparator.comparing(row -> row.text("event_id"), CodePoints.ORDER))
                .forEach(row -> events.put(row.text("event_id"), row));
    }

    /**
     * The alleged events that hold what a person earned up to a day. One without a date holds as well: nobody can say that it
     * does not concern it.
     */
    List<String> holding(String employeeId, LocalDate last) {
        return events.values().stream()
                .filter(row -> employeeId.equals(row.text("employee_id"))
                        && "alleged".equals(row.text("status"))
                        && isVeto(row)
                        && (row.day("event_date") == null
                                || !row.day("event_date").isAfter(last)))
                .map(row -> row.text("event_id"))
                .toList();
    }

    Fate fate(String eventId, String employeeId) {
        Row row = events.get(eventId);
        if (row == null || !employeeId.equals(row.text("employee_id"))) {
            return Fate.GONE;
        }
        return switch (row.textOrBlank("status")) {
            case "verified" -> isVeto(row) ? Fate.VERIFIED : Fate.LESSER;
            case "dismissed" -> Fate.DISMISSED;
                // An alleged event that is no veto any more holds nobody.
            case "alleged" -> isVeto(row) ? Fate.OPEN : Fate.LESSER;
            default -> Fate.OPEN;
        };
    }

    private boolean isVeto(Row row) {
        return veto.covers(row.textOrBlank("severity"), row.textOrBlank("kind"));
    }
}
