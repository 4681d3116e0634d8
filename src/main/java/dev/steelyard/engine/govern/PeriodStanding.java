package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.Period;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a period of a job stands after its decisions.
 *
 * @param closing the close that is in force; empty while the period is open
 * @param decisions everything that was decided, in order
 */
public record PeriodStanding(Optional<PeriodDecision> closing, List<PeriodDecision> decisions) {

    public static final PeriodStanding OPEN = new PeriodStanding(Optional.empty(), List.of());

    public PeriodStanding {
        decisions = List.copyOf(decisions);
    }

    /** @param decisions of one job and period, in any order */
    public static PeriodStanding of(List<PeriodDecision> decisions) {
        List<PeriodDecision> inOrder = decisions.stream()
                .sorted(Comparator.comparingInt(PeriodDecision::number))
                .toList();
        Optional<PeriodDecision> closing = Optional.empty();
        for (PeriodDecision decision : inOrder) {
            closing = switch (decision.kind()) {
                case CLOSE -> Optional.of(decision);
                case REOPEN -> Optional.empty();
                case SIGN -> closing;
            };
        }
        return new PeriodStanding(closing, inOrder);
    }

    /** Period → how it stands, of one job; a period about which nothing was decided is not in it. */
    public static Map<Period, PeriodStanding> byPeriod(List<PeriodDecision> decisions) {
        Map<Period, PeriodStanding> standings = new LinkedHashMap<>();
        decisions.stream()
                .map(PeriodDecision::period)
                .distinct()
                .sorted()
                .forEach(period -> standings.put(
                        period,
                        of(decisions.stream()
                                .filter(decision -> decision.period().equals(period))
                                .toList())));
        return standings;
    }

    /** Whether a close is in force: what its revision pays is what is paid (rules.md 7). */
    public boolean isClosed() {
        return closing.isPresent();
    }

    /** How often a revision was closed. */
    public int closes(int revision) {
        return (int) decisions.stream()
                .filter(decision -> decision.kind() == PeriodDecision.Kind.CLOSE && decision.revision() == revision)
                .count();
    }

    /** Role → who signed this revision; the last one where a role signed twice. A new revision wants new signatures. */
    public Map<String, PeriodDecision> signatures(int revision) {
        Map<String, PeriodDecision> signatures = new LinkedHashMap<>();
        decisions.stream()
                .filter(decision -> decision.kind() == PeriodDecision.Kind.SIGN && decision.revision() == revision)
                .forEach(decision -> signatures.put(decision.role(), decision));
        return signatures;
    }
}
