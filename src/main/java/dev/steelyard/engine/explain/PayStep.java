package dev.steelyard.engine.explain;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
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
import java.util.List;

/** What the run pays a person, line by line: basis × rate = amount (rules.md 5). */
record PayStep(RunResult result, CommissionSteps commission, ProfitShareSteps shares) {

    Step of(RankedScorecard card) {
        Participant person = card.participant();
        List<PayoutLine> lines = result.payout().stream()
                .filter(line -> line.employee().id().equals(person.id()))
                .toList();
        List<PayoutLine> earned = lines.stream()
                .filter(line -> line.component() == Component.COMMISSION)
                .toList();
        List<Step> parts = new ArrayList<>(commission.of(card, earned));
        for (PayoutLine line : lines) {
            switch (line.component()) {
                case COMMISSION -> {
                    // Stands above, by rule.
                }
                case GRADE_ADJUSTMENT, VETO_FORFEIT, TEAM_POOL_CONTRIBUTION -> parts.add(ofEarlier(line, parts));
                case EXCESS_PROFIT_SHARE -> parts.add(shares.of(line));
                default -> parts.add(plain(line));
            }
        }
        Money sum = lines.stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
        Step step = Step.of("payout", Said.of("explain.pay.payoutBeforeTax"), money(sum));
        for (Said returned : commission.returned(person)) {
            step = step.note(returned);
        }
        if (parts.isEmpty()) {
            return step.note(
                    card.isPaid()
                            ? Said.of("explain.pay.noLinePeriod")
                            : Said.of("explain.pay.notPaid", "status", Vocabulary.status(card.status())));
        }
        return step.from(Formula.sumOfParts(0, parts.size()), parts);
    }

    /** A line on the sum of those before it. */
    private static Step ofEarlier(PayoutLine line, List<Step> before) {
        List<Formula> amounts = before.stream()
                .map(step -> Formula.constant(((Figure.Number) step.figure()).number()))
                .toList();
        Step basis = Step.of("basis", Said.of("explain.pay.sumAbove"), money(Money.rounded(line.basis())))
                .from(Formula.sum(amounts), List.of());
        Formula rate = line.component() == Component.GRADE_ADJUSTMENT
                // As the plan writes it: the factor, less the commission that is already paid.
                ? FigureNumbers.constant(line.rate().orElseThrow().plus(Fraction.ONE))
                        .minus(Formula.constant(1))
                : FigureNumbers.constant(line.rate().orElseThrow());
        return named(line).from(Formula.part(0).times(rate), List.of(basis)).note(note(line));
    }

    static Step plain(PayoutLine line) {
        Step step = named(line).note(note(line));
        return line.rate()
                .map(rate -> {
                    Step basis = Step.of("basis", Said.of("explain.pay.basis"), CommissionSteps.rounded(line.basis()));
                    return step.from(Formula.part(0).times(FigureNumbers.constant(rate)), List.of(basis));
                })
                .orElse(step);
    }

    static Step named(PayoutLine line) {
        return Step.of(
                "payout." + line.component().code() + "." + line.number(),
                line.component().title(),
                money(line.amount()));
    }

    static Said note(PayoutLine line) {
        Said note = line.note();
        return switch (line.status()) {
            case PAY -> note;
            case ON_HOLD -> Said.of("explain.pay.hold", "note", note);
            case CARRIED -> Said.of("explain.pay.carriedNextPeriod", "note", note);
        };
    }

    static Figure money(Money amount) {
        return Figure.plain(amount.amount());
    }
}
