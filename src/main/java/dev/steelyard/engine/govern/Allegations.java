package dev.steelyard.engine.govern;

import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.plan.Rules.Veto;
import dev.steelyard.engine.register.Registers;
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
    private final Map<String, ComplianceEvent> events = new LinkedHashMap<>();

    Allegations(Veto veto, Registers registers) {
        this.veto = veto;
        registers.all(ComplianceEvent.DATASET).stream()
                .sorted(Comparator.comparing(ComplianceEvent::eventId, CodePoints.ORDER))
                .forEach(event -> events.put(event.eventId(), event));
    }

    /**
     * The alleged events that hold what a person earned up to a day. One without a date holds as well: nobody can say that it
     * does not concern it.
     */
    List<String> holding(String employeeId, LocalDate last) {
        return events.values().stream()
                .filter(event -> event.employeeId().equals(employeeId)
                        && event.isAlleged()
                        && event.isVeto(veto)
                        && event.eventDate().filter(day -> day.isAfter(last)).isEmpty())
                .map(ComplianceEvent::eventId)
                .toList();
    }

    Fate fate(String eventId, String employeeId) {
        ComplianceEvent event = events.get(eventId);
        if (event == null || !event.employeeId().equals(employeeId)) {
            return Fate.GONE;
        }
        if (event.isDismissed()) {
            return Fate.DISMISSED;
        }
        // An alleged event that is no veto any more holds nobody.
        if ((event.isVerified() || event.isAlleged()) && !event.isVeto(veto)) {
            return Fate.LESSER;
        }
        return event.isVerified() ? Fate.VERIFIED : Fate.OPEN;
    }
}
