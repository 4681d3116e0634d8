package dev.steelyard.engine.compare;

import dev.steelyard.engine.compare.Cause.Kind;
import dev.steelyard.engine.explain.Vocabulary;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Money;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Why two results of a period pay somebody differently, component by component: what a true-up gives as its reasons.
 */
public final class PayReasons {

    /** How many causes of another score are told one by one. */
    private static final int TOLD = 4;

    /** Kinds of causes that an event makes, and an appeal that dismisses it undoes. */
    private static final Set<Kind> BY_EVENTS = EnumSet.of(Kind.VETO, Kind.GRADE, Kind.STATUS);

    private PayReasons() {}

    /**
     * One cause of one person's change in one component.
     *
     * @param cause what it is, for joining what several revisions did: kind, subject and rule
     * @param amount how much of the change it made; the amounts of a component sum to its change
     * @param text what made it
     */
    public record Reason(String employeeId, Component component, String cause, Money amount, Said text) {}

    /** Of everybody, in the order of the movements; true-ups of other periods are none of this period's. */
    public static List<Reason> of(Movements movements) {
        List<Reason> reasons = new ArrayList<>();
        for (Movement one : movements.all()) {
            for (MoneyPart part : one.money()) {
                if (part.component() != Component.TRUE_UP) {
                    Cause cause = part.cause();
                    reasons.add(new Reason(
                            one.id(),
                            part.component(),
                            cause.kind().code() + " " + cause.subject() + " " + cause.rule(),
                            part.amount(),
                            text(movements, one, part)));
                }
            }
        }
        return reasons;
    }

    private static Said text(Movements movements, Movement one, MoneyPart part) {
        Said text = part.cause().text();
        List<Said> details = new ArrayList<>(part.details());
        if (part.cause().kind() == Kind.GRADE) {
            details.addAll(scores(one));
        }
        if (BY_EVENTS.contains(part.cause().kind())) {
            details.addAll(dismissals(movements, one.id()));
        }
        details.removeIf(Said::isBlank);
        if (!details.isEmpty()) {
            Said all = Vocabulary.join(details, Said.of("word.mark"));
            text = Said.of("compare.payReasons.textAll", "text", text, "all", all);
        }
        return text;
    }

    /** The appeals in force now and not before that dismissed an event of the person: {@code appeal A1 upheld (V1)}. */
    private static List<Said> dismissals(Movements movements, String id) {
        List<Appeal> before = movements.before().input().registers().appeals();
        return movements.after().input().registers().appeals().stream()
                .filter(appeal -> appeal.effect() == Appeal.Effect.DISMISS_EVENT
                        && appeal.employeeId().equals(id)
                        && before.stream().noneMatch(other -> other.appealId().equals(appeal.appealId())))
                .map(appeal -> Said.of(
                        "compare.payReasons.appealUpheld", "appealId", appeal.appealId(), "subject", appeal.subject()))
                .toList();
    }

    /** What moved the score that a grade goes by, the most first. */
    private static List<Said> scores(Movement one) {
        List<Said> causes = new ArrayList<>();
        one.before().flatMap(Standing::score).ifPresent(before -> one.after()
                .flatMap(Standing::score)
                .filter(after -> !after.equals(before))
                .ifPresent(after -> causes.add(Said.of("compare.payReasons.score", "before", before, "after", after))));
        List<ScorePart> parts = one.score().stream()
                .filter(part -> part.points().hundredths() != 0 && part.cause().kind() != Kind.ROUNDING)
                .toList();
        parts.stream()
                .limit(TOLD)
                .forEach(part -> causes.add(
                        part.cause().text().then((part.points().hundredths() > 0 ? " +" : " ") + part.points())));
        if (parts.size() > TOLD) {
            int more = parts.size() - TOLD;
            causes.add(Said.of("compare.payReasons.more", "more", more));
        }
        return causes;
    }
}
