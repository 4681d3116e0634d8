package dev.steelyard.output.workbook.committee;

import dev.steelyard.engine.fact.AppealRow;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.register.Calibration;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.run.TriedDecision;
import dev.steelyard.engine.run.TriedDecision.Effect;
import dev.steelyard.engine.run.TriedDecision.OfAppeal;
import dev.steelyard.engine.run.TriedDecision.OfTarget;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.workbook.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A decision that is tried out, in words. */
record TriedWords(Report report) {

    /** What kind of decision it is, and which. */
    String title(TriedDecision tried) {
        return report.say(
                tried instanceof OfTarget ? "committee.tried.target" : "committee.tried.appeal", "id", tried.id());
    }

    /** Whom it is about: a person by name, a team or a region by its code. */
    String subject(TriedDecision tried) {
        if (tried instanceof OfAppeal appeal) {
            return person(appeal.said().employeeId());
        }
        Calibration decision = ((OfTarget) tried).proposal();
        String subject = decision.key().subject();
        String type = decision.key().subjectType();
        return type.equals("employee")
                ? person(subject)
                : report.choice("calibrations", "subject_type", type) + " " + subject;
    }

    String person(Participant person) {
        return person(person.id());
    }

    /** What it is about, and what it would change of it. */
    String what(TriedDecision tried) {
        return report.say("committee.tried.what", "about", about(tried), "change", change(tried));
    }

    private String person(String id) {
        return report.result()
                .input()
                .registers()
                .roster()
                .find(id)
                .map(Employee::name)
                .map(name -> id + " " + name)
                .orElse(id);
    }

    /** The target, indicator or event that it is about, with the period. */
    String about(TriedDecision tried) {
        if (tried instanceof OfAppeal appeal) {
            String indicator = report.indicator(appeal.said().indicator());
            return appeal.said()
                    .period()
                    .map(period -> indicator + " " + period)
                    .orElse(indicator);
        }
        Calibration decision = ((OfTarget) tried).proposal();
        return report.indicator(decision.key().indicator()) + " "
                + decision.key().period();
    }

    /** The target now and the proposed one; what upholding the appeal would do. */
    String change(TriedDecision tried) {
        if (tried instanceof OfTarget target) {
            return arrow(
                    target.standing().map(value -> target(target, value)).orElse(report.say("word.none")),
                    target(target, target.proposal().newTarget()));
        }
        OfAppeal appeal = (OfAppeal) tried;
        return appeal.supposed()
                .map(supposed -> report.choice(
                                "appeals", "effect", supposed.effect().name().toLowerCase(Locale.ROOT))
                        + supposed.value()
                                .map(value -> " " + value(supposed, value))
                                .orElse(""))
                .orElseGet(() -> report.say("committee.tried.unclear"));
    }

    /** Before and after; once where they are the same. */
    static String arrow(String before, String after) {
        return before.equals(after) ? before : before + " → " + after;
    }

    /** The team pool's target is a share; others are amounts or counts. */
    private String target(OfTarget tried, Fraction value) {
        return tried.proposal()
                        .key()
                        .indicator()
                        .equals(report.plan().teamPool().target())
                ? value.percent()
                : value.plain();
    }

    private String value(Appeal appeal, Fraction value) {
        boolean percent = appeal.effect() == Appeal.Effect.SET_VALUE
                && Optional.ofNullable(report.plan().indicators().get(appeal.subject()))
                        .filter(indicator -> indicator.unit() == Indicator.Unit.PERCENT)
                        .isPresent();
        return percent ? value.percent() : value.plain();
    }

    /** Why it is not in force, and the reason that is given for it. */
    List<String> why(TriedDecision tried) {
        return Stream.of(state(tried), reason(tried))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private String state(TriedDecision tried) {
        if (tried instanceof OfAppeal appeal) {
            return appeal.decideBy()
                    .map(day -> report.say("committee.tried.decideBy", "day", day))
                    .orElseGet(() -> report.say("committee.tried.pending"));
        }
        OfTarget target = (OfTarget) tried;
        String lacks = target.lacks();
        return lacks.isEmpty()
                ? report.say(
                        "committee.proposal.decidedAfterDay",
                        "day",
                        target.proposal().said().decidedDate().orElseThrow())
                : lacks.startsWith("approvers")
                        ? report.say(
                                "committee.proposal.twoApprovers",
                                "approvers",
                                target.proposal().approvers().size())
                        : lacks.startsWith("reason")
                                ? report.say("committee.proposal.withoutReason")
                                : report.say("committee.proposal.withoutDayDecision");
    }

    private static String reason(TriedDecision tried) {
        if (tried instanceof OfTarget target) {
            return target.proposal().reason();
        }
        AppealRow said = ((OfAppeal) tried).said();
        return said.claim();
    }

    /** What taking it would do: to people, then in money. */
    String effect(Effect effect) {
        List<String> parts = new ArrayList<>();
        if (effect.scores() > 0) {
            parts.add(report.say(
                    effect.grades() > 0 ? "committee.tried.scoresAndGrades" : "committee.tried.scores",
                    "scores",
                    effect.scores(),
                    "grades",
                    effect.grades()));
        }
        if (effect.ranks() > 0) {
            parts.add(report.say("committee.tried.ranks", "ranks", effect.ranks()));
        }
        if (effect.paid() > 0) {
            parts.add(report.say("committee.tried.pay", "people", effect.paid(), "money", signed(effect.money())));
        }
        if (effect.freed().signum() != 0) {
            parts.add(report.say("committee.tried.freed", "money", signed(effect.freed())));
        }
        return String.join(report.say("committee.tried.and"), parts);
    }

    private static String signed(Money money) {
        return (money.signum() > 0 ? "+" : "") + String.format(Locale.ROOT, "%,.2f", money.amount());
    }
}
