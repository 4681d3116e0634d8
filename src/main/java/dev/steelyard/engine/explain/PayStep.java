package dev.steelyard.engine.explain;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Label;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.ArrayList;
import java.util.List;

/** What the run pays a person, line by line: basis × rate = amount (rules.md 5). */
final class PayStep {

    private final RunResult result;
    private final CommissionSteps commission;
    private final ProfitShareSteps shares;

    PayStep(RunResult result, CommissionSteps commission, ProfitShareSteps shares) {
        this.result = result;
        this.commission = commission;
        this.shares = shares;
    }

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
        Step step = Step.of("payout", new Label("兑付（税前）", "payout (before tax)"), money(sum));
        if (parts.isEmpty()) {
            return step.note(
                    card.isPaid()
                            ? new Label("本期没有兑付行", "no line in this period")
                            : new Label("不兑付：", "not paid: ").then(Vocabulary.status(card.status())));
        }
        return step.from(Formula.sumOfParts(0, parts.size()), parts);
    }

    /** A line on the sum of those before it. */
    private static Step ofEarlier(PayoutLine line, List<Step> before) {
        List<Formula> amounts = before.stream()
                .map(step -> Formula.constant(((Figure.Number) step.figure()).number()))
                .toList();
        Step basis = Step.of("basis", new Label("以上合计", "sum of the above"), money(Money.rounded(line.basis())))
                .from(Formula.sum(amounts), List.of());
        Formula rate = line.component() == Component.GRADE_ADJUSTMENT
                // As the plan writes it: the factor, less the commission that is already paid.
                ? Numbers.constant(line.rate().orElseThrow().plus(Fraction.ONE)).minus(Formula.constant(1))
                : Numbers.constant(line.rate().orElseThrow());
        return named(line).from(Formula.part(0).times(rate), List.of(basis)).note(note(line));
    }

    static Step plain(PayoutLine line) {
        Step step = named(line).note(note(line));
        return line.rate()
                .map(rate -> {
                    Step basis = Step.of("basis", new Label("基数", "basis"), CommissionSteps.rounded(line.basis()));
                    return step.from(Formula.part(0).times(Numbers.constant(rate)), List.of(basis));
                })
                .orElse(step);
    }

    static Step named(PayoutLine line) {
        return Step.of(
                "payout." + line.component().code() + "." + line.number(),
                new Label(line.component().in("zh"), line.component().in("en")),
                money(line.amount()));
    }

    static Label note(PayoutLine line) {
        Label note = new Label(line.note().zh(), line.note().en());
        return switch (line.status()) {
            case PAY -> note;
            case ON_HOLD -> note.then(new Label("；暂缓发放", "; on hold"));
            case CARRIED -> note.then(new Label("；结转下期", "; carried to the next period"));
        };
    }

    static Figure money(Money amount) {
        return Figure.plain(amount.amount());
    }
}
