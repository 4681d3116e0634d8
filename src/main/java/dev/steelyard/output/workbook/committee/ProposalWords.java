package dev.steelyard.output.workbook.committee;

import dev.steelyard.engine.insight.committee.TargetProposal;
import dev.steelyard.engine.register.Calibration;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Report;
import java.util.List;
import java.util.stream.Stream;

/** A proposed target in words. */
record ProposalWords(Report report) {

    /** Whom it is about: a person by name, a team or a region by its code. */
    String subject(TargetProposal proposal) {
        Calibration decision = proposal.proposal();
        String subject = decision.key().subject();
        return report.result()
                .input()
                .registers()
                .roster()
                .find(subject)
                .filter(person -> decision.key().subjectType().equals("employee"))
                .map(Employee::name)
                .map(name -> subject + " " + name)
                .orElseGet(() -> report.choice(
                                "calibrations", "subject_type", decision.key().subjectType())
                        + " " + subject);
    }

    String indicator(TargetProposal proposal) {
        return report.indicator(proposal.proposal().key().indicator()) + " "
                + proposal.proposal().key().period();
    }

    String standing(TargetProposal proposal) {
        return proposal.standing().map(value -> value(proposal, value)).orElse(report.say("word.none"));
    }

    String proposed(TargetProposal proposal) {
        return value(proposal, proposal.proposal().newTarget());
    }

    /** The target now, and the proposed one. */
    String target(TargetProposal proposal) {
        return arrow(standing(proposal), proposed(proposal));
    }

    /** Before and after; once where they are the same. */
    static String arrow(String before, String after) {
        return before.equals(after) ? before : before + " → " + after;
    }

    /** The team pool's target is a share; others are amounts or counts. */
    private String value(TargetProposal proposal, Fraction value) {
        return proposal.proposal()
                        .key()
                        .indicator()
                        .equals(report.plan().teamPool().target())
                ? CommitteeAgendaPage.percent(value)
                : value.plain();
    }

    /** Why it is not in force, and the reason that is given for it. */
    List<String> why(TargetProposal proposal) {
        String lacks = proposal.lacks();
        String state = lacks.isEmpty()
                ? report.say(
                        "committee.proposal.decidedAfterDay",
                        "day",
                        proposal.proposal().said().decidedDate().orElseThrow())
                : lacks.startsWith("approvers")
                        ? report.say(
                                "committee.proposal.twoApprovers",
                                "approvers",
                                proposal.proposal().approvers().size())
                        : lacks.startsWith("reason")
                                ? report.say("committee.proposal.withoutReason")
                                : report.say("committee.proposal.withoutDayDecision");
        return Stream.of(state, proposal.proposal().reason())
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
