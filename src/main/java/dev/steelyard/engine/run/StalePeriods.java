package dev.steelyard.engine.run;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.unit.CodePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Published shorter periods that a mean reads, and whose editions did not know a veto, or its dismissal, that the register
 * holds now: the mean goes by the register, the editions should follow (rulings 122).
 */
final class StalePeriods {

    private StalePeriods() {}

    static List<Problem> of(RunInput input) {
        List<Problem> problems = new ArrayList<>();
        input.earlier().forEach((part, cards) -> {
            Set<String> events = new TreeSet<>(CodePoints.ORDER);
            cards.forEach(card -> events.addAll(unknownTo(card, part, input)));
            if (!events.isEmpty()) {
                problems.add(Problem.of(ProblemCode.PERIOD_STALE, SourceRef.NONE, "", part.toString())
                        .with("period", part.toString())
                        .with("events", String.join(", ", events)));
            }
        });
        return problems;
    }

    private static List<String> unknownTo(EarlierScorecard card, Period part, RunInput input) {
        List<String> standing = vetoes(card, part, input, input.registers().events());
        if (!card.vetoed()) {
            return standing;
        }
        return standing.isEmpty() ? vetoes(card, part, input, input.registers().dismissedEvents()) : List.of();
    }

    private static List<String> vetoes(
            EarlierScorecard card, Period part, RunInput input, List<ComplianceEvent> events) {
        Rules.Veto veto = input.plan().rules().compliance().veto();
        return events.stream()
                .filter(event -> event.employeeId().equals(card.employeeId()))
                .filter(event -> part.days().contains(event.day()) && event.isVeto(veto))
                .map(ComplianceEvent::eventId)
                .toList();
    }
}
