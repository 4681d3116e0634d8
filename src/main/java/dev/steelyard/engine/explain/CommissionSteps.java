package dev.steelyard.engine.explain;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.explain.rows.Audience;
import dev.steelyard.engine.explain.rows.SourceRows;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.pay.Commissions;
import dev.steelyard.engine.pay.Earned;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.Returns;
import dev.steelyard.engine.people.PersonalTarget;
import dev.steelyard.engine.plan.Pay.Commission;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commission: the exact part of the amount in each tier × the tier's rate; of a manager the members' mean (rulings 63–70). */
final class CommissionSteps {

    private final RunResult result;
    private final Audience audience;
    private final Map<String, RankedScorecard> cards;
    private final ToldFacts facts;
    private final TargetStep targets;
    private final SourceRows rows;
    private final Returns returns;
    private final Commissions commissions;

    CommissionSteps(
            RunResult result,
            Audience audience,
            Map<String, RankedScorecard> cards,
            ToldFacts facts,
            TargetStep targets,
            SourceRows rows) {
        this.result = result;
        this.audience = audience;
        this.cards = cards;
        this.facts = facts;
        this.targets = targets;
        this.rows = rows;
        this.returns = result.returns();
        this.commissions = result.commissions(returns);
    }

    /**
     * A step for each line.
     *
     * @param lines the person's commission lines, in their order
     */
    List<Step> of(RankedScorecard card, List<PayoutLine> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        Participant person = card.participant();
        Iterator<PayoutLine> each = lines.iterator();
        List<Step> steps = new ArrayList<>();
        for (Earned earned : commissions.earned(person)) {
            boolean first = true;
            for (Earned.Part part : earned.parts()) {
                if (part.basis().signum() != 0) {
                    steps.add(line(person, earned, part, each.next(), first));
                    first = false;
                }
            }
        }
        // A manager's mean stands behind what they sold themselves on another track.
        while (each.hasNext()) {
            steps.add(mean(person, each.next()));
        }
        return steps;
    }

    /** Which returns take back what the person was paid for which period. */
    List<Said> returned(Participant person) {
        List<Said> said = new ArrayList<>();
        returns.of(person.employee().index())
                .forEach((from, rows) -> said.add(Said.of(
                        "explain.commission.returned",
                        "period",
                        from.toString(),
                        "rows",
                        Vocabulary.join(
                                rows.stream()
                                        .map(row -> Said.of(
                                                "explain.commission.returnedRow",
                                                "line",
                                                row.line(),
                                                "original",
                                                row.original()))
                                        .toList(),
                                Said.of("compare.standings.mark")))));
        return said;
    }

    // ------------------------------------------------------------------ tiers

    /** @param first whether the rows that the amount came from are shown here: once for all of its tiers */
    private Step line(Participant person, Earned earned, Earned.Part part, PayoutLine line, boolean first) {
        Formula rate = FigureNumbers.constant(part.tier().rate(), Figure.Style.PERCENT);
        Step amount = amount(person, earned, first);
        if (!part.tiered()) {
            return PayStep.named(line)
                    .from(Formula.part(0).times(rate), List.of(amount))
                    .note(PayStep.note(line));
        }
        List<Step> read = new ArrayList<>(List.of(amount));
        read.add(target(person, earned, first));
        Step basis = Step.of("basis", Said.of("explain.commission.partTier"), FigureNumbers.exact(part.basis()))
                .from(basis(earned, part), read);
        return PayStep.named(line)
                .from(Formula.part(0).times(rate), List.of(basis))
                .note(PayStep.note(line));
    }

    private Step amount(Participant person, Earned earned, boolean withRows) {
        Commission commission = earned.commission();
        Days days = new Days(
                earned.days().get(0).first(),
                earned.days().get(earned.days().size() - 1).last());
        Step amount = Step.of(
                        "amount",
                        Said.of("explain.commission.amount", "label", Vocabulary.label(commission.name())),
                        FigureNumbers.exact(earned.amount()))
                .note(facts.of(commission.of(), days));
        if (!withRows) {
            return amount;
        }
        Fraction back = returns.excluded(commission, person.employee().index());
        Step told = back.signum() == 0
                ? amount
                : amount.note(Said.of("explain.commission.takenBack", "amount", back.grouped()));
        return told.rows(earned.days().stream()
                .flatMap(span -> rows.of(person, commission.of(), span).stream())
                .toList());
    }

    private Step target(Participant person, Earned earned, boolean whole) {
        PersonalTarget target = earned.target().orElseThrow();
        Step step = Step.of("target", Said.of("explain.commission.target"), FigureNumbers.exact(target.value()));
        return whole
                ? targets.of(
                        step,
                        new TargetKey(
                                "employee",
                                person.id(),
                                earned.commission().target().orElseThrow(),
                                result.input().period()),
                        target)
                : step;
    }

    /** {@code min(amount, 100% × target) − 80% × target}. */
    private static Formula basis(Earned earned, Earned.Part part) {
        Fraction target = earned.target().orElseThrow().value();
        Formula end = part.tier()
                .upTo()
                .map(upTo -> Formula.part(0).atMost(ofTarget(upTo)))
                .orElse(Formula.part(0));
        return part.from().signum() == 0 ? end : end.minus(ofTarget(part.from().over(target)));
    }

    private static Formula ofTarget(Fraction share) {
        return FigureNumbers.constant(share, Figure.Style.PERCENT).times(Formula.part(1));
    }

    // ------------------------------------------------------------------ managers

    /** The members' commission before grade; a vetoed one counts with 0. */
    private Step mean(Participant manager, PayoutLine line) {
        List<Step> members = new ArrayList<>();
        int hidden = 0;
        int counted = 0;
        for (Participant member : result.book().population().members(manager)) {
            RankedScorecard card = cards.get(member.id());
            if (!card.isPaid()
                    || member.track().cycle() != result.input().period().kind()) {
                continue;
            }
            counted++;
            if (audience.sees(member.employee().team())) {
                members.add(member(card));
            } else {
                hidden++;
            }
        }
        Step basis = Step.of(
                "basis", Said.of("explain.commission.meanMembersCommission"), FigureNumbers.exact(line.basis()));
        Step mean = hidden > 0
                ? basis.above(members).note(Said.of("explain.commission.membersOtherTeamsCount", "hidden", hidden))
                : basis.from(Formula.sumOfParts(0, counted).over(Formula.constant(counted)), members);
        Step rounded = money(mean);
        return PayStep.named(line)
                .from(Formula.part(0).times(Formula.constant(1)), List.of(rounded))
                .note(PayStep.note(line));
    }

    /** The mean is printed as money. */
    private static Step money(Step mean) {
        Figure.Number number = (Figure.Number) mean.figure();
        return new Step(
                mean.key(),
                mean.label(),
                Figure.plain(number.number().setScale(2)),
                mean.formula(),
                mean.notes(),
                mean.parts(),
                mean.rows());
    }

    private Step member(RankedScorecard card) {
        Participant member = card.participant();
        boolean vetoed = card.card().compliance().isVetoed();
        Money sum = result.payout().stream()
                .filter(line -> line.component() == PayoutLine.Component.COMMISSION
                        && line.employee().id().equals(member.id()))
                .map(PayoutLine::amount)
                .reduce(Money.ZERO, Money::plus);
        Step step = Step.of(
                "member." + member.id(),
                Said.text(member.employee().name() + " (" + member.id() + ")"),
                PayStep.money(vetoed ? Money.ZERO : sum));
        return vetoed ? step.note(Said.of("explain.commission.vetoedCounts0")) : step;
    }

    /** A basis that may have no exact decimal. */
    static Figure rounded(Fraction number) {
        return Optional.of(number.rounded(6))
                .map(decimal -> CurveStep.isExact(number, decimal)
                        ? FigureNumbers.exact(number)
                        : new Figure.Number(decimal, Figure.Style.PLAIN, true))
                .orElseThrow();
    }
}
