package dev.steelyard.engine.explain;

import dev.steelyard.engine.explain.rows.Audience;
import dev.steelyard.engine.explain.rows.RegisterRows;
import dev.steelyard.engine.explain.rows.SourceRows;
import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.ComplianceRecord;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deductions event by event, enablement record by record. */
record ComplianceSteps(
        RunResult result,
        Audience audience,
        Vocabulary words,
        ToldFacts facts,
        AppealSteps appeals,
        RegisterRows registers,
        SourceRows rows) {

    private Rules.Compliance rule() {
        return result.input().plan().rules().compliance();
    }

    Step deductions(ComplianceRecord record) {
        List<Step> events = record.deductions().stream()
                .map(deduction -> event(deduction.event(), FigureNumbers.points(deduction.points())))
                .toList();
        return Step.of("deductions", Said.of("explain.compliance.deductions"), FigureNumbers.points(record.deducted()))
                .from(Formula.sumOfParts(0, events.size()), events);
    }

    /** Events of the person and the scored days that an upheld appeal dismissed: what they would have done, and why not. */
    List<Step> dismissed(Participant person) {
        return result.input().registers().all(ComplianceEvent.DATASET).stream()
                .filter(event -> event.employeeId().equals(person.id()))
                .filter(event -> event.verifiedDate()
                        .filter(person.scope().days()::contains)
                        .isPresent())
                .flatMap(event -> appeals.dismissing(event.eventId()).map(appeal -> dismissed(event, appeal)).stream())
                .toList();
    }

    private Step dismissed(ComplianceEvent event, Appeal appeal) {
        Figure none = Figure.word(Said.of("explain.compliance.notCounted"));
        return Step.of("event." + event.eventId(), said(event), none)
                .rows(registers.event(event.row()))
                .above(List.of(appeals.of(appeal, none, ValueStep.change(effect(event), none))));
    }

    /** What the event would do if it counted. */
    private Figure effect(ComplianceEvent event) {
        if (event.isVeto(rule().veto())) {
            return Figure.word(Said.of("explain.compliance.veto"));
        }
        return Optional.ofNullable(rule().deductions().get(event.severity()))
                .<Figure>map(points -> Figure.word(Said.of("explain.compliance.points", "points", points)))
                .orElse(Figure.MISSING);
    }

    /** An event that counts: id, kind, severity and day are what anybody may know of it. */
    Step event(ComplianceEvent event, Figure effect) {
        return Step.of("event." + event.eventId(), said(event), effect)
                .note(evidence(event))
                .rows(registers.event(event.row()));
    }

    private Said said(ComplianceEvent event) {
        return Said.of(
                "explain.compliance.verified",
                "value",
                event.eventId(),
                "choice",
                words.choice("compliance_events", "kind", event.kind()),
                "choice2",
                words.choice("compliance_events", "severity", event.severity()),
                "day",
                event.day().toString());
    }

    /** Blank unless the reader may see it. */
    private Said evidence(ComplianceEvent event) {
        return audience.seesEvidence() && !event.evidence().isEmpty()
                ? Said.of("explain.compliance.evidence", "text", event.evidence())
                : Said.text("");
    }

    Step enablement(Participant person, ComplianceRecord record) {
        List<Step> parts = new ArrayList<>();
        Points earned = Points.ZERO;
        for (ComplianceRecord.Enabled enabled : record.enablements()) {
            if (enabled.count().signum() == 0) {
                continue;
            }
            Rules.Enablement rule = enabled.rule();
            earned = earned.plus(enabled.points());
            Step records = Step.of(
                            "records", Said.of("explain.compliance.records"), FigureNumbers.exact(enabled.count()))
                    .note(facts.of(rule.of(), person.scope().days()))
                    .rows(rows.of(person, rule.of(), person.scope().days()));
            parts.add(
                    Step.of("enablement.record", Vocabulary.label(rule.name()), FigureNumbers.points(enabled.points()))
                            .from(Formula.part(0).times(FigureNumbers.constant(rule.points())), List.of(records)));
        }
        Formula sum = Formula.sumOfParts(0, parts.size());
        boolean cut = earned.compareTo(record.enabled()) > 0;
        return Step.of("enablement", Said.of("explain.compliance.enablement"), FigureNumbers.points(record.enabled()))
                .from(cut ? sum.atMost(FigureNumbers.constant(rule().enablementAtMost())) : sum, parts);
    }
}
