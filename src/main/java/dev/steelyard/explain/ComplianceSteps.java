package dev.steelyard.explain;

import dev.steelyard.calendar.Window;
import dev.steelyard.fact.ComplianceEvent;
import dev.steelyard.plan.Rules;
import dev.steelyard.run.RunResult;
import dev.steelyard.score.ComplianceRecord;
import dev.steelyard.score.Participant;
import dev.steelyard.trace.Formula;
import dev.steelyard.trace.Label;
import dev.steelyard.trace.Step;
import dev.steelyard.unit.Fraction;
import dev.steelyard.unit.Points;
import java.util.ArrayList;
import java.util.List;

/** Deductions event by event, enablement record by record. */
final class ComplianceSteps {

    private final RunResult result;
    private final Audience audience;
    private final Vocabulary words;
    private final FactsWords facts;

    ComplianceSteps(RunResult result, Audience audience, Vocabulary words, FactsWords facts) {
        this.result = result;
        this.audience = audience;
        this.words = words;
        this.facts = facts;
    }

    private Rules.Compliance rule() {
        return result.input().plan().rules().compliance();
    }

    Step deductions(ComplianceRecord record) {
        List<Step> events = record.deductions().stream()
                .map(deduction -> Step.of(
                                "event." + deduction.event().eventId(),
                                event(deduction.event()),
                                Numbers.points(deduction.points()))
                        .note(evidence(deduction.event())))
                .toList();
        return Step.of("deductions", new Label("扣分", "deductions"), Numbers.points(record.deducted()))
                .from(Formula.sumOfParts(0, events.size()), events);
    }

    /** Id, kind, severity and day: what anybody may know of an event. */
    Label event(ComplianceEvent event) {
        return Label.of(event.eventId() + " ")
                .then(words.choice("compliance_events", "kind", event.kind()))
                .then(new Label("，", ", "))
                .then(words.choice("compliance_events", "severity", event.severity()))
                .then(new Label("，核实于 ", ", verified "))
                .then(event.verifiedDate().toString());
    }

    /** Blank unless the reader may see it. */
    Label evidence(ComplianceEvent event) {
        String text = event.row().textOrBlank("evidence");
        return audience.seesEvidence() && !text.isEmpty() ? new Label("证据：", "evidence: ").then(text) : Label.of("");
    }

    Step enablement(Participant person, ComplianceRecord record) {
        List<Step> parts = new ArrayList<>();
        Points earned = Points.ZERO;
        for (Rules.Enablement enablement : rule().enablement()) {
            Fraction count = count(person, enablement);
            if (count.signum() == 0) {
                continue;
            }
            Points points = Points.rounded(enablement.points().exact().times(count));
            earned = earned.plus(points);
            Step records = Step.of("records", new Label("次数", "records"), Numbers.exact(count))
                    .note(facts.of(enablement.of(), person.scope().days()));
            parts.add(Step.of("enablement.record", Vocabulary.label(enablement.name()), Numbers.points(points))
                    .from(Formula.part(0).times(Numbers.constant(enablement.points())), List.of(records)));
        }
        Formula sum = Formula.sumOfParts(0, parts.size());
        boolean cut = earned.compareTo(record.enabled()) > 0;
        return Step.of("enablement", new Label("赋能加分", "enablement"), Numbers.points(record.enabled()))
                .from(cut ? sum.atMost(Numbers.constant(rule().enablementAtMost())) : sum, parts);
    }

    private Fraction count(Participant person, Rules.Enablement enablement) {
        return result.input().registers().has(enablement.of().dataset())
                ? result.measurements()
                        .figure(enablement.of(), List.of(person.employee().index()), Window.PERIOD.days(person.scope()))
                : Fraction.ZERO;
    }
}
